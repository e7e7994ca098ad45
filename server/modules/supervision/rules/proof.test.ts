import { describe, expect, it } from 'vitest';
import { proofIssue } from './proof.ts';

const inspection = { rule: '', findingId: null };
const complaint = { rule: 'M-COMPLAINT', findingId: 7 };
const seen = { rule: 'M-GUIDE', findingId: 8 };

describe('a reply with its proof (law.md §5.10)', () => {
	it('is asked of what no round of monitoring sees again', () => {
		for (const item of [inspection, complaint]) {
			expect(proofIssue(item, '已经设置标识牌。', 0)).toMatchObject({ key: 'item.proof', field: 'text' });
			expect(proofIssue(item, '已经设置标识牌。', 1)).toBeNull();
		}
		expect(proofIssue(seen, '已经公布公开指南。', 0)).toBeNull();
	});

	it.each([
		['已公开，网址：https://www.qinghe.example/d/12。', true],
		['/d/12 已经更正', true],
		['已在本平台公开：/o/liuxi/guide', true],
		['已于6/7完成', false],
		['镇/村公示栏', false],
		['', false],
	])('may be an address: %s', (text, isProof) => {
		expect(proofIssue(inspection, text, 0) === null).toBe(isProof);
	});
});
