import { getRequestConfig } from 'next-intl/server';
import en from './messages/en.json' with { type: 'json' };

/** English now, with its dates as day, month, year; another language is another file of messages beside this one. */
export default getRequestConfig(async () => ({ locale: 'en-GB', messages: en, timeZone: 'UTC' }));
