/** What courses are written in, whatever the language of the page around them. */
export const courseLang = 'en';
