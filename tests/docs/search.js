// The search of the built site without a browser: `node search.js FOLDER QUERY…` prints what each query finds, as JSON.
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const [folder, ...queries] = process.argv.slice(2);
const files = [
  "_static/documentation_options.js",
  "_static/doctools.js",
  "_static/sphinx_highlight.js",
  "_static/language_data.js",
  "_static/searchtools.js",
  "searchindex.js",
];
const nothing = () => null;
const context = {
  console,
  queries,
  localStorage: { setItem: nothing, getItem: nothing },
  // Never ready, so that nothing touches a page.
  document: { readyState: "loading", addEventListener: nothing, getElementById: nothing, documentElement: {} },
  addEventListener: nothing,
  found: null,
};
const read = (name) => fs.readFileSync(path.join(folder, name), "utf8");
const ask = `found = Object.fromEntries(queries.map((query) => {
  const results = Search._performSearch(...Search._parseQuery(query)).reverse();
  return [query, results.map(([page, title, anchor]) => [page, title, anchor])];
}));`;
context.window = context;
// One script, as what they declare with const is not seen by others.
vm.runInNewContext([...files.map(read), ask].join("\n;\n"), context);
console.log(JSON.stringify(context.found));
