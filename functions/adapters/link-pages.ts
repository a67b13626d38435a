/** Where each kind of link leads. The paths are short, because they go out by SMS. */
export const LINK_PAGES = {
  work: 'w',
  approval: 'a',
  letter: 'l',
  survey: 's',
  desk: 'd',
  extension: 'x',
  call: 'c',
  plan: 'i',
  proof: 'p',
} as const;
export type LinkPage = keyof typeof LINK_PAGES;

export const pathOf = (page: LinkPage) => `/${LINK_PAGES[page]}/{token}` as const;
