import { describe, expect, it } from 'vitest';
import { eventTitle, exportPath, NO_FILTERS, toQuery } from './search.ts';

describe('the filters of the audit trail', () => {
	it('send nothing when nothing is asked', () => {
		expect(toQuery(NO_FILTERS)).toEqual({});
		expect(exportPath(NO_FILTERS)).toBe('/api/audit/export?');
	});

	it('send numbers as numbers and days as they are', () => {
		expect(toQuery({ ...NO_FILTERS, officeId: '12', from: '2026-01-01', who: '林晓', outcome: 'refused' })).toEqual({
			officeId: 12,
			from: '2026-01-01',
			who: '林晓',
			outcome: 'refused',
		});
	});

	it('send nothing that an address was tampered with', () => {
		expect(toQuery({ ...NO_FILTERS, officeId: '1 or 1=1', outcome: 'all' })).toEqual({});
	});

	it('give the export what the list was asked', () => {
		const path = exportPath({ ...NO_FILTERS, text: '合并 & 更名', officeId: '3' });
		const query = new URL(path, 'http://localhost').searchParams;
		expect(query.get('text')).toBe('合并 & 更名');
		expect(query.get('officeId')).toBe('3');
		expect([...query.keys()]).toHaveLength(2);
	});
});

describe('the name of an event', () => {
	it('is the one the server gives', () => {
		expect(eventTitle('机关更名')).toBe('机关更名');
	});

	it('is never a code', () => {
		expect(eventTitle('catalog.ensureColumns')).toBe('系统自动处理');
	});
});
