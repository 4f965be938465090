/* What the search answers to a question. Loaded with the search, by search.js. */
// Pagefind finds the pages that have every word, and for a word that no page has it takes a
// shorter one (“what” for “whatsapp”). So words of every day are left out of a question; and
// where no page has all that is left, those that come nearest are found, and it is said.
const NEAREST = 10;
const EVERY_DAY = new Set(
  `a about ain am an and any are as at be been being but by ca can cannot could did do does for found from get gets
  getting give gives go goes going gone good got had happen happens has have her how i if in is it
  its just know let like long lot make makes making many may me more most much my myself need needs no
  not now of on only or our ourselves really say says see sha she should since so some still
  such sure tell than that the their them then there these they this those to too us very want
  wants was way we well went were what when where which while who whom whose why will with wo would
  yes yet you your`.split(/\s+/),
);
const wordsOf = (term) => {
  const text = term.toLowerCase().replaceAll("’", "'");
  return [...new Set(text.match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu))];
};
const asked = (term) => {
  const words = wordsOf(term);
  const telling = words.filter((word) => !EVERY_DAY.has(word.replace(/n?'(t|s|m|d|re|ve|ll)$/, "")));
  return telling.length ? telling : words;
};

// A word without its ending (“stop” for “stopped”).
const ENDING = /(?<=...)(['’]?s['’]?|ing|ings|ies|ed|es|[ey])$/;
const stemmed = (word) => word.replace(ENDING, "").replace(/([b-df-hj-np-tv-z])\1$/, "$1");
// Whether a text has a word, its ending left aside. Of a short one nothing but an ending may
// follow: “mom” is no beginning of “moment”.
const says = (text, word) => {
  const stem = stemmed(word.replaceAll("-", ""));
  const isShort = word.replace(ENDING, "").length < 4;
  const end = isShort ? "(?:['’]?s['’]?|ings?|ies|y|e?[ds]?)(?![\\p{L}\\p{N}])" : "";
  const letters = stem.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"); // of an address of a document
  const begins = new RegExp(`(?<![\\p{L}\\p{N}])${letters}${end}`, "iu");
  return begins.test(text) || begins.test(text.replaceAll("-", ""));
};
const has = ({ raw_content, meta }, word) =>
  says([raw_content, ...Object.values(meta)].join(" "), word);
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

// Whether pages that come last are about the words, and do not merely have them.
const areAbout = async (results, words) => {
  const pages = await Promise.all(results.slice(0, 3).map((result) => result.data()));
  const titles = pages.flatMap(({ meta, sub_results }) => [meta, ...sub_results]);
  return titles.some(({ title }) => words.every((word) => says(title, word)));
};

// The pages with the most of the words.
const nearest = async (search, words) => {
  const each = await Promise.all(words.map((word) => readersFirst(search, [word])));
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
// For a name that no page has Pagefind takes a shorter one: so what is found is looked at.
const called = async (search, name) => {
  const { results } = await search(name);
  if (results.length !== 1) return null;
  const { meta } = await results[0].data();
  return meta.called?.split(" ").includes(name) ? results[0] : null;
};
// A number may be typed as a word (“theory twenty-one”), and a name as one or as many (“group”).
const ONES = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
  fifteen sixteen seventeen eighteen nineteen`.split(/\s+/);
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const NUMBER = new RegExp(`\\b(?:(${TENS.join("|")})(?:[ -](${ONES.slice(1, 10).join("|")}))?|(${ONES.join("|")}))\\b`, "g");
const inDigits = (term) =>
  term.toLowerCase().replace(NUMBER, (_, ten, one, less) =>
    ten ? 10 * (TENS.indexOf(ten) + 2) + Math.max(0, ONES.indexOf(one)) : ONES.indexOf(less),
  );
// A word of every day is no name.
const namesIn = (term, words) => {
  if (words.length === 1 && EVERY_DAY.has(words[0])) return [];
  const typed = [term, words.join(" "), inDigits(term)];
  return new Set([...typed, `${term}s`, term.replace(/s$/i, "")].map(asOneWord));
};
const namedFirst = async (search, term, words, found) => {
  for (const name of namesIn(term, words)) {
    const page = await called(search, name);
    const first = page && (found.results.find(({ id }) => id === page.id) ?? page);
    if (first) return { ...found, results: withFirst(first, found.results), absent: [], note: "" };
  }
  return found;
};
const withFirst = (first, results) => [first, ...results.filter(({ id }) => id !== first.id)];

// Who needs help now is led to the page of help before all others. That page has as `also` what they
// type: it comes first where all words of one of these phrases are typed. What it has lies in a file
// of its own (generator/site/search_files.py), since the part of the index that holds its name would
// be loaded with every first search.
const HELP = "helpfirstalone";
const parts = (term) =>
  wordsOf(term).flatMap((word) => word.replaceAll("'", "").split("-").map(stemmed));
const helpFirst = async (search, term, found, page) => {
  if (!page) return found;
  const typed = parts(term);
  const isTyped = (phrase) => parts(phrase).every((word) => typed.includes(word));
  const help = { href: page.url, textContent: page.title };
  if (!page.also.some(isTyped)) return { ...found, help };
  const first = found.results.find(({ id }) => id === page.id) ?? (await called(search, HELP));
  if (!first) return { ...found, help };
  return { ...found, results: withFirst(first, found.results), help, always: first.id };
};

// An address of a document is one word, and is found as it stands on pages.
const DOI = /10\.\d{4,}\/\S*[^\s.,;)\]]/;
const ofDocument = async (search, doi) => {
  for (const written of [`https://doi.org/${doi}`, doi]) {
    const found = await search(written);
    if (!(await areWithout(doi, found.results))) return { ...found, note: "" };
  }
  return { results: [], note: without([doi]) };
};

const without = (words) =>
  `The search finds no page with the word ${words.map((word) => `“${word}”`).join(" or ")}.`;
// Where no word is known, Pagefind finds pages by a beginning, which may be one letter: those are
// near that have half of the word.
const isNear = async (word, results) => {
  const start = word.slice(0, Math.max(4, Math.floor(word.length / 2) + 1));
  return results.length > 0 && !(await areWithout(start, results.slice(0, 1)));
};
// No word is said to be on no page that the list of the words of pages has. Pagefind finds nothing,
// too, where it could not load a part of its index.
const isAbsent = async (search, word, spelt) => {
  const { results } = await search(word);
  if (!(await areWithout(word, results))) return false;
  const isKnown = (await spelt()).includes(word);
  if (isKnown && !results.length) throw new Error("A part of the index could not be loaded.");
  return !isKnown;
};
const answer = async (search, term, words, spelt) => {
  const found = await readersFirst(search, words);
  const doubted = await those(words, (word) => areWithout(word, found.results.slice(0, 1)));
  const absent = await those(doubted, (word) => isAbsent(search, word, spelt));
  const known = words.filter((word) => !absent.includes(word));
  if (!known.length && !(await isNear(words[0], found.results)))
    return namedFirst(search, term, words, { ...found, absent, results: [], note: without(absent) });
  const of = absent.length && known.length ? await readersFirst(search, known) : found;
  const said = absent.length ? [without(absent)] : [];
  let near = [];
  if (!of.readers.length && !(await areAbout(of.results, known))) {
    near = known.length > 1 ? await nearest(search, known) : [];
    said.push(`No page about the review has ${known.length > 1 ? "all of these words" : "this word"}.`);
  }
  const rest = of.results.filter(({ id }) => near.every((one) => one.id !== id));
  const all = said.length ? [...near.slice(0, Math.max(0, NEAREST - rest.length)), ...rest].slice(0, NEAREST) : of.results;
  const note = said.length && all.length ? [...said, "Nearest:"].join(" ") : "";
  return namedFirst(search, term, words, { ...of, absent, results: all, note });
};

// How many letters are left out, added, changed or exchanged with the next; no more than `most`
// are counted.
const slips = (from, to, most) => {
  let [before, last, row] = [[], [], [...Array(to.length + 1).keys()]];
  for (let i = 1; i <= from.length; i++) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= to.length; j++) {
      const changed = last[j - 1] + (from[i - 1] !== to[j - 1]);
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, changed);
      if (from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
  }
  return row[to.length];
};
// The word that is spelt most like another; of several the one on most pages, which comes first.
const likeliest = (word, known) => {
  const most = word.length < 5 ? 0 : word.length < 10 ? 1 : 2;
  let best = { slips: most + 1 };
  for (const other of known)
    if (other[0] === word[0] && Math.abs(other.length - word.length) <= most) {
      const found = slips(word, other, most);
      if (found < best.slips) best = { other, slips: found };
    }
  return best.other;
};
// What is meant by a word that no page has: its parts, it and the one before as one, or the
// nearest in spelling, which alone is said.
const meant = async (search, words, word, spelt) => {
  const held = async (other) => !(await areWithout(other, (await search(other)).results));
  const parts = word.split("-").filter((part) => part.length > 1);
  if (parts.length > 1 && (await those(parts, held)).length === parts.length) return { parts };
  const before = words[words.indexOf(word) - 1];
  if (before && (await held(before + word))) return { parts: [before + word], before };
  const nearest = likeliest(word, await spelt());
  return nearest ? { parts: [nearest], nearest } : { parts: [word] };
};
const understood = async (search, term, spelt) => {
  const words = asked(term);
  const found = await answer(search, term, words, spelt);
  if (!found.absent.length) return { ...found, words };
  const each = await Promise.all(found.absent.map((word) => meant(search, words, word, spelt)));
  const joined = new Set(each.map(({ before }) => before));
  const others = words
    .filter((word) => !joined.has(word))
    .flatMap((word) => each[found.absent.indexOf(word)]?.parts ?? word);
  if (`${others}` === `${words}`) return { ...found, words };
  const wrong = found.absent.filter((_, number) => each[number].nearest);
  const right = each.flatMap(({ nearest }) => (nearest ? `“${nearest}”` : []));
  const said = wrong.length ? `${without(wrong)} Nearest in spelling: ${right.join(", ")}.` : "";
  const better = await answer(search, term, [...new Set(others)], spelt);
  return { ...better, words: others, note: `${said} ${better.note}`.trim() };
};
// What is answered, and never thrown, where something of the search is not there.
const LOST = { results: [], isLost: true, note: "The search could not be loaded." };
const answerFirst = async (search, term, { spelt, help }) => {
  const [doi] = term.match(DOI) ?? [];
  const found = await (doi ? ofDocument(search, doi) : understood(search, term, spelt)).catch(() => LOST);
  const words = found.words ?? [];
  const led = await helpFirst(search, [term, ...words].join(" "), found, await help());
  const explained = (result) => (result.id === led.always ? result : underWhat(result, words));
  return { ...led, results: led.results.map(explained) };
};
// A page that is found by a word of readers (`also`) alone says so, since it may not have the word.
const underWhat = (result, words) => ({
  ...result,
  data: async () => {
    const page = await result.data();
    const isTyped = (phrase) => parts(phrase).some((part) => words.map(stemmed).includes(part));
    const under = page.excerpt.includes("<mark>") ? "" : page.meta.also?.split(", ").find(isTyped);
    return { ...page, meta: { ...page.meta, under } };
  },
});
// What was loaded once is kept; what could not be is asked for again.
const kept = (address) => {
  let known;
  const load = () => fetch(address).then((file) => file.json());
  return () => (known ??= load().catch((error) => ((known = undefined), Promise.reject(error))));
};
// Makes an index answer questions, with what lies beside it (generator/site/search_files.py).
export const answering = (index, bundle) => {
  const spelt = kept(new URL("words.json", bundle));
  const told = kept(new URL("help.json", bundle));
  const help = async () => {
    const page = await told().catch(() => null);
    return page && { ...page, url: new URL(page.url, bundle).href };
  };
  const search = (words, filters) => index.search(words, { filters });
  const answers = (term) => {
    if (!/[\p{L}\p{N}]/u.test(term) || /^\s*".+"\s*$/.test(term)) return search(term);
    return answerFirst(search, term, { spelt, help });
  };
  return (term) => answers(term).catch(() => LOST);
};
