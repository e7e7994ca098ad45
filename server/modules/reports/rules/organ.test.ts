import { describe, expect, it } from 'vitest';
import { isReportOf, speakerOf } from './organ.ts';

const county = { name: '青河县人民政府办公室', shortName: '县政府办', kind: 'county' as const };
const township = { name: '青河县柳溪镇人民政府', shortName: '柳溪镇', kind: 'township' as const };

describe('whose report it is', () => {
	it('is the government’s where the office reports for the county', () => {
		expect(speakerOf('county', county.name)).toBe('青河县人民政府');
		expect(speakerOf('office', county.name)).toBe(county.name);
		expect(speakerOf('county', '青河县政务公开办公室')).toBe('青河县政务公开办公室');
	});

	it('is told from the name in the file: the county’s office answers to its government’s name', () => {
		expect(isReportOf(county, '青河县人民政府')).toBe(true);
		expect(isReportOf(county, '青河县人民政府办公室')).toBe(true);
		expect(isReportOf(township, '青河县人民政府')).toBe(false);
		expect(isReportOf(county, '青河县柳溪镇人民政府')).toBe(false);
		expect(isReportOf(township, '柳溪镇')).toBe(true);
	});
});
