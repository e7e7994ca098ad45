// The table of readings (server/platform/search/sounds.ts): each syllable of Mandarin without tone, and the characters read so.
// A character with several readings stands in several lines; readings that hardly any word uses are left out, or the ways to
// read a word of six characters would be hundreds.
import { dict } from '@node-rs/jieba/dict.js';
import { pinyin } from 'pinyin-pro';

const FIRST = 0x4e00;
const LAST = 0x9fff;
/** Sounds of assent and doubt, which no word is made of. */
const NO_SYLLABLE = new Set(['m', 'n', 'ng', 'hng', 'hm']);
/** Rarer words say nothing about how their characters are mostly read. */
const COMMON = 50;
/** Share of a character's occurrences in words under which a reading is left out. */
const RARE = 0.004;

const SAID = { toneType: 'none', type: 'array', v: true };

/** The table as text, one syllable a line. */
export function readings() {
	const heard = readingsInWords();
	const bySyllable = new Map();
	for (let code = FIRST; code <= LAST; code++) {
		const character = String.fromCharCode(code);
		for (const syllable of usual(character, heard.get(character)))
			bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
	}
	const lines = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1));
	return lines.map(([syllable, characters]) => `${syllable} ${characters}\n`).join('');
}

/** Character → syllable → how often it is read so in the words of the dictionary that cuts texts. */
function readingsInWords() {
	const heard = new Map();
	for (const line of dict.toString('utf8').split('\n')) {
		const [word = '', times] = line.split(' ');
		if (Number(times) < COMMON || word.length < 2 || !/^[\u4e00-\u9fff]+$/.test(word)) continue;
		pinyin(word, SAID).forEach((syllable, at) => {
			const own = heard.get(word[at]) ?? new Map();
			heard.set(word[at], own.set(syllable, (own.get(syllable) ?? 0) + Number(times)));
		});
	}
	return heard;
}

function usual(character, heard = new Map()) {
	const all = [...new Set(pinyin(character, { ...SAID, multiple: true }))].filter(
		(one) => /^[a-z]+$/.test(one) && !NO_SYLLABLE.has(one),
	);
	const times = [...heard.values()].reduce((sum, one) => sum + one, 0);
	const kept = all.filter((syllable) => (heard.get(syllable) ?? 0) > times * RARE);
	return kept.length > 0 ? kept : all;
}
