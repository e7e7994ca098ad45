import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { below, pick } from './random.ts';

type Random = () => number;
type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const cut: Mutation = (bytes, random) => bytes.slice(0, below(random, bytes.length));

const flip: Mutation = (bytes, random) => {
	const copy = bytes.slice();
	const times = 1 + below(random, 40);
	for (let i = 0; i < times; i++) copy[below(random, copy.length)] = below(random, 256);
	return copy;
};

const drop: Mutation = (bytes, random) => {
	const at = below(random, bytes.length);
	return joined(bytes.subarray(0, at), bytes.subarray(at + below(random, 4096)));
};

const repeat: Mutation = (bytes, random) => {
	const at = below(random, bytes.length);
	const piece = bytes.subarray(at, at + below(random, 2048));
	return joined(
		bytes.subarray(0, at),
		...Array.from({ length: 1 + below(random, 20) }, () => piece),
		bytes.subarray(at),
	);
};

const swap: Mutation = (bytes, random) => {
	const [a, b] = [below(random, bytes.length), below(random, bytes.length)].sort((x, y) => x - y);
	return joined(bytes.subarray(0, a), bytes.subarray(b), bytes.subarray(a, b));
};

/** Damage to bytes, whatever they mean. */
export const BYTE_MUTATIONS: readonly Mutation[] = [cut, flip, drop, repeat, swap];

/** Pieces that meet a parser where it hurts. */
const POISON = [
	'<table>'.repeat(3000),
	'<td rowspan=65534 colspan=65534>',
	'<td rowspan="-1" colspan="1e9">1</td>',
	'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;&x;">]>&y;',
	'<![CDATA[',
	'<!--',
	'-->',
	'<script>while(1);</script>',
	'<svg onload=x>',
	'<plaintext>',
	'\u0000',
	'\ufeff',
	'\ud800',
	'\u202e',
	'９９９９９９９９９９９９９９９９９',
	'1e308',
	'-0',
	'0x41',
	'一二三四五六七八九十百千万亿'.repeat(40),
	'|'.repeat(5000),
	'\t'.repeat(5000),
	'\n'.repeat(5000),
	'（'.repeat(2000),
	'《'.repeat(2000),
	'其中'.repeat(2000),
	'二、主动公开政府信息情况\n第二十条第（一）项\n',
	'三、收到和处理政府信息公开申请情况\n',
	'（七）总计\t1\t2\t3\t4\t5\t6\t21\n',
	'&#x10ffff;',
	'&amp;'.repeat(3000),
	'<w:instrText>INCLUDETEXT "/etc/passwd"</w:instrText>',
	'../../../etc/passwd',
	'{\\rtf1{\\*\\x ',
	"\\'ff\\u-1?",
];

const poison: Mutation = (bytes, random) => {
	const at = below(random, bytes.length);
	return joined(bytes.subarray(0, at), strToU8(pick(random, POISON)), bytes.subarray(at));
};

/** Another figure, another sign, a figure fewer: still a report, with other content. */
const figures: Mutation = (bytes, random) => {
	const share = random() * 0.2;
	return strToU8(
		strFromU8(bytes).replace(/\d+/g, (digits) =>
			random() > share
				? digits
				: pick(random, ['', '/', '—', '无', '１２', '-5', '1,234', '99999999999999999999', `${digits}件`, '十二']),
		),
	);
};

export const TEXT_MUTATIONS: readonly Mutation[] = [...BYTE_MUTATIONS, poison, poison, figures, figures];

/** One part of a package is damaged and packed again, so that the damage reaches the reader behind the zip. */
export function inPackage(bytes: Uint8Array, random: Random): Uint8Array {
	const parts = unzipSync(bytes);
	const names = Object.keys(parts);
	const name = pick(random, names);
	const part = parts[name] ?? new Uint8Array();
	const again: Zippable = { ...parts, [name]: pick(random, TEXT_MUTATIONS)(part, random) };
	return zipSync(again, { level: 1 });
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
	return new Uint8Array(Buffer.concat(pieces));
}
