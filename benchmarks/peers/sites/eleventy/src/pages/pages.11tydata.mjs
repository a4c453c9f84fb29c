/** Where the Markdown files of this folder are written. */
export default {
  layout: "text_page.njk",
  permalink: (data) => `pages/${data.page.fileSlug}.html`,
};
