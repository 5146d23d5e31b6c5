// Which pages exist: asked from the site itself, so that a new page is tested on the day it appears.

/** Paths of every page that can be opened by its address, in every language. */
export async function publicPaths(site, locales) {
  const sitemap = await (await fetch(`${site.url}/sitemap.xml`)).text();
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1]).pathname);
  const own = locales.flatMap((locale) => ['tell', 'reply', 'languages', 'there-is-no-such-page'].map((page) => `/${locale}/${page}`));
  return [...new Set([...listed, ...own])].filter((path) => locales.includes(path.split('/')[1]));
}
