/* What the search answers to a question. Loaded with the search, by search.js. */
// Pagefind finds the pages that have every word, and for a word that no page has it takes a
// shorter one (“what” for “whatsapp”). So words of every day are left out of a question; and
// where no page has all that is left, those that come nearest are found, and it is said.
const NEAREST = 10;
const EVERY_DAY = new Set(
  `a about am an and any are as at be been being but by can could did do does for from get gets
  getting give gives go goes going gone good got had happen happens has have her how i if in is it
  its just know let like lot make makes making many may me more most much my myself need needs no
  not now of on only or our ourselves really say says see she should since so some still
  such sure tell than that the their them then there these they this those to too us very want
  wants was way we well went were what when where which while who whom whose why will with would
  yes yet you your`.split(/\s+/),
);
const asked = (term) => {
  const words = [...new Set(term.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu))];
  const telling = words.filter((word) => !EVERY_DAY.has(word));
  return telling.length ? telling : words;
};

// Whether a page has a word, its ending left aside.
const has = ({ raw_content, meta }, word) => {
  const stem = word.replace(/(?<=...)(['’]?s['’]?|ing|ings|ies|ed|es|[ey])$/, "").replaceAll("-", "");
  const text = [raw_content, ...Object.values(meta)].join(" ");
  const begins = new RegExp(`(?<![\\p{L}\\p{N}])${stem.replace(/([^aeiou])\1$/, "$1")}`, "iu");
  return begins.test(text) || begins.test(text.replaceAll("-", ""));
};
const areWithout = async (word, results) => {
  const pages = await Promise.all(results.slice(0, 5).map((result) => result.data()));
  return !pages.some((page) => has(page, word));
};
const those = async (words, fits) => {
  const kept = await Promise.all(words.map(fits));
  return words.filter((_, number) => kept[number]);
};

// Pages on the making of the site come last (generator/site/found_as.py).
const readersFirst = async (search, words) => {
  const term = words.join(" ");
  const [found, last] = await Promise.all([search(term), search(term, { found: "last" })]);
  const ids = new Set(last.results.map(({ id }) => id));
  const readers = found.results.filter(({ id }) => !ids.has(id));
  return { ...found, readers, results: [...readers, ...last.results] };
};

// The pages with the most of the words. Where a word stands on pages that come last alone, these
// are the answer, if one of them has all the words (`hasAll`).
const nearest = async (search, words, hasAll) => {
  const each = await Promise.all(words.map((word) => readersFirst(search, [word])));
  if (hasAll && each.some(({ readers }) => !readers.length)) return [];
  const anyone = each.some(({ readers }) => readers.length);
  const held = new Map();
  for (const { readers, results } of each)
    for (const [place, one] of (anyone ? readers : results).entries()) {
      const known = held.get(one.id) ?? { one, words: 0, worth: 0 };
      held.set(one.id, { one, words: known.words + 1, worth: known.worth + 1 / (place + 1) });
    }
  const best = [...held.values()].sort((a, b) => b.words - a.words || b.worth - a.worth);
  return best.map(({ one }) => one);
};

// The page that is called what was typed (“theory 1”, “#18”), or explains that term, stands before
// all that have its words: it has its names as one word each, too (generator/site/found_as.py).
const asOneWord = (name) => {
  const letters = name.toLowerCase().replaceAll("#", "number").replace(/[^\p{L}\p{N}]/gu, "");
  return `${letters}alone`;
};
const namedFirst = async (search, term, results) => {
  const called = (await search(asOneWord(term))).results;
  const first = called.length === 1 && results.find(({ id }) => id === called[0].id);
  return first ? [first, ...results.filter((one) => one !== first)] : results;
};

const answer = async (search, term) => {
  const words = asked(term);
  const found = await readersFirst(search, words);
  const doubted = await those(words, (word) => areWithout(word, found.results.slice(0, 1)));
  const absent = await those(doubted, async (word) => areWithout(word, (await search(word)).results));
  const known = words.filter((word) => !absent.includes(word));
  const of = absent.length && known.length ? await readersFirst(search, known) : found;
  const near = of.readers.length || known.length < 2 ? [] : await nearest(search, known, of.results.length > 0);
  const said = absent.map((word) => `No page has the word “${word}”.`);
  if (near.length) said.push("No page about the review has all of these words.");
  const all = said.length ? [...near, ...of.results].slice(0, NEAREST) : of.results;
  const note = said.length && all.length ? [...said, "Nearest:"].join(" ") : "";
  return { ...of, results: await namedFirst(search, term, all), note };
};
export const answering = (index) => {
  const plain = index.search.bind(index);
  index.search = (term, options) => {
    if (!term || /^\s*".+"\s*$/.test(term)) return plain(term, options);
    return answer((words, filters) => plain(words, { ...options, filters }), term);
  };
};
