import { addressInfo, allAddresses } from 'annual-report';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '../counting/amount.ts';
import { REGISTER_GROUPS, REGISTER_KINDS, registerKind, registerKindByLabel } from './index.ts';

const feeds = REGISTER_KINDS.flatMap((kind) => kind.feeds.map((feed) => ({ kind, feed })));

describe('the catalogue of registers', () => {
	it('has no key and no label twice, and finds by both', () => {
		expect(new Set(REGISTER_KINDS.map((kind) => kind.key)).size).toBe(REGISTER_KINDS.length);
		expect(new Set(REGISTER_KINDS.map((kind) => kind.label)).size).toBe(REGISTER_KINDS.length);
		expect(registerKind('license')).toBe(registerKindByLabel(' 行政许可处理决定 '));
		expect(registerKind('nothing')).toBeUndefined();
		expect(REGISTER_GROUPS.every((group) => group.kinds.length > 0)).toBe(true);
	});

	it('offers a ground for every zero report', () => {
		for (const { zeroBasis, label } of REGISTER_KINDS) expect(zeroBasis, label).toMatch(/^.{8,}。$/);
	});

	it('names its fields once, and gives choices to choice fields only', () => {
		for (const kind of REGISTER_KINDS) {
			expect(new Set(kind.fields.map((field) => field.key)).size, kind.key).toBe(kind.fields.length);
			for (const field of kind.fields) expect(field.choices !== undefined, field.key).toBe(field.type === 'choice');
		}
	});
});

describe('what registers feed', () => {
	it('is a cell of that form, and each cell has one source', () => {
		const seen = new Set<string>();
		for (const { kind, feed } of feeds) {
			expect(addressInfo(feed.address, feed.form), `${kind.key} → ${feed.address}`).toBeDefined();
			const key = `${feed.form} ${feed.address}`;
			expect(seen.has(key), key).toBe(false);
			seen.add(key);
		}
	});

	it('is counted in the unit of the cell', () => {
		for (const { kind, feed } of feeds) {
			const unit = addressInfo(feed.address, feed.form)?.unit;
			const own = feed.of ? kind.fields.find((field) => field.key === feed.of)?.unit : kind.unit;
			if (unit && own) expect(own, feed.address).toBe(unit);
		}
	});

	it('names fields and choices that exist', () => {
		for (const { kind, feed } of feeds) {
			if (feed.of) expect(kind.fields.map((field) => field.key)).toContain(feed.of);
			if (!feed.where) continue;
			const field = kind.fields.find((one) => one.key === feed.where?.[0]);
			expect(field?.choices?.map((choice) => choice.key)).toContain(feed.where[1]);
		}
	});

	it('covers table 2 but what the document library and the law answer', () => {
		const fed = (form: string) => new Set(feeds.filter((one) => one.feed.form === form).map((one) => one.feed.address));
		for (const form of ['2019', '2021'] as const) {
			const open = allAddresses(form).filter((address) => address.startsWith('t2.') && !fed(form).has(address));
			expect(
				open.every((address) => /^t2\.(regulation|normative)\./.test(address)),
				open.join(),
			).toBe(true);
		}
	});

	it('covers the 2014 table but what documents, applications, cases and sums answer', () => {
		const fed = new Set(feeds.filter((one) => one.feed.form === '2014').map((one) => one.feed.address));
		const elsewhere = /^stat\.(1\.1.*|3.*|4.*|5.*|6|7|8|10|11|12\.2)$/;
		expect(allAddresses('2014').filter((address) => !fed.has(address) && !elsewhere.test(address))).toEqual([]);
	});

	it('keeps money as decimals', () => {
		for (const kind of REGISTER_KINDS.filter((one) => one.unit === '万元')) expect(kind.decimals).toBe(6);
		expect(parseAmount('10.6424')).toBe(10_642_400n);
	});
});
