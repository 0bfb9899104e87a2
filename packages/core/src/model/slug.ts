const segment = '[a-z0-9]+(?:[-.][a-z0-9]+)*';
const slugPattern = new RegExp(`^${segment}(?:/${segment})*$`);

/** Whether a text is a slug of at most so many parts between `/`: lower-case a–z, digits, `-` and `.` inside. */
export const isSlug = (text: string, segments: number): boolean =>
  text.length <= 200 && text.split('/').length <= segments && slugPattern.test(text);

const letters: { readonly [letter: string]: string } = { æ: 'ae', ø: 'o', å: 'a', đ: 'd', ŧ: 't', ŋ: 'n' };

/** The slug somebody meant, «Lønn/Regnskap 2» → `lonn/regnskap-2`; empty when nothing is left. */
export const slugFrom = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[æøåđŧŋ]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split('/')
    .map((part) =>
      part
        .replace(/[^a-z0-9.]+/g, '-')
        .replace(/^[-.]+|[-.]+$/g, '')
        .replace(/[-.]{2,}/g, '-'),
    )
    .filter((part) => part !== '')
    .join('/');
