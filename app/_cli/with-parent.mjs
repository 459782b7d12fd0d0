// Loaded into the web server before anything else: it ends with whoever started it, in whatever way that
// one ended. Without this a killed `npm start` would leave a server that holds the port.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 5000).unref();
});
process.channel?.unref();
