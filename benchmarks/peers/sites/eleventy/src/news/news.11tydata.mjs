/** Where the Markdown files of this folder are written. */
export default {
  layout: "news_page.njk",
  permalink: (data) => `news/${data.page.fileSlug}.html`,
};
