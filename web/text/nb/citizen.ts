/** The woman's own pages: plain language, the same words for a result as in the letter. */
export const citizen = {
  title: 'Min side',
  programme: 'Mammografiprogrammet (demo)',
};
