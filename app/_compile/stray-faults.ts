/** What the PDF reader calls its faults. */
const names =
  /^(?:XRef(?:Entry|Parse)|Missing(?:Data|PDF)|InvalidPDF|Abort|Parser(?:EOF)?|UnknownError|Password|Response|Jbig2|Jpx|DNLMarker|EOIMarker)\w*$|^(?:FormatError|JpegError|Jbig2Error|JpxError)$/;

let passesOver = false;

/**
 * Reading a broken PDF, its reader leaves some of its own promises without anyone who waits for them; what it
 * answers is right all the same. Without this, such a fault would end the process.
 */
export function passOverStrayPdfFaults(): void {
  if (passesOver) return;
  passesOver = true;
  process.on('unhandledRejection', (fault) => {
    if (typeof fault === 'object' && fault !== null && 'name' in fault && names.test(String(fault.name)))
      return;
    throw fault;
  });
}
