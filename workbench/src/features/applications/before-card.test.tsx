import { describe, expect, it } from 'vitest';
import { render, sessionOf, textOf } from '../../testing/render.tsx';
import type { BeforeCase } from './api.ts';
import { Before } from './before-card.tsx';

const asked = (id: number, likeness: 'identical' | 'same' | 'similar'): BeforeCase['repeated'][number] => ({
	...{ id, officeId: 2, officeName: '柳溪镇', number: `柳溪镇公开〔2026〕${id}号`, title: '渠道清淤工程合同' },
	...{ state: 'answered', stateLabel: '已答复', channel: 'counter', applicantKind: 'natural', arrivedOn: '2026-03-02' },
	...{ receivedOn: '2026-03-02', dueOn: '2026-03-30', mark: null, alarm: 'none', paused: false, left: null },
	...{ overdueDays: 0, handlerId: null, handlerName: '', outcome: 'O2', outcomeName: '予以公开' },
	...{ concludedOn: '2026-03-12', late: false, waitsFor: null, unsigned: false, likeness },
});
const show = (change: Partial<BeforeCase> = {}) => {
	const before: BeforeCase = { published: [], repeated: [], others: [], applicants: 1, ...change };
	return render(<Before {...before} />, { session: sessionOf({}) });
};

describe('before a request is a case', () => {
	it('says so when there is nothing to look at', () => {
		expect(textOf(show())).toContain('没有找到已公开的相同信息，也没有重复或者相近的申请。');
	});

	it('links what is published to the portal, with the article that lets the office point there', () => {
		const published = [
			{
				id: 9,
				title: '危房改造补助标准',
				indexNumber: 'A/2026-1',
				documentNumber: '',
				publishedOn: '2026-05-20',
				address: '/d/9',
			},
		];
		const markup = show({ published });
		expect(markup).toContain('href="/d/9"');
		expect(textOf(markup)).toContain('第三十六条第（一）项');
		expect(textOf(markup)).toContain('2026年5月20日公开');
	});

	it('shows how alike an earlier case is and how it ended', () => {
		const text = textOf(show({ repeated: [asked(4, 'same')] }));
		expect(text).toContain('内容基本相同');
		expect(text).toContain('予以公开');
		expect(text).toContain('第三十六条第（六）项');
	});

	it('proposes to publish from three applicants on (条例第四十四条), not before', () => {
		const others = [asked(4, 'similar')];
		expect(textOf(show({ others, applicants: 2 }))).not.toContain('第四十四条');
		expect(textOf(show({ others, applicants: 3 }))).toContain('已有3名申请人申请相近的信息');
	});
});
