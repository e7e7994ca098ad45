import { Form } from 'antd';
import { describe, expect, it } from 'vitest';
import { render, sessionOf, textOf } from '../../testing/render.tsx';
import type { BeforeCase } from './api.ts';
import { OutcomeField } from './outcome-field.tsx';
import { PublicAlready, whereOf } from './public-already.tsx';

const row: BeforeCase['published'][number] = {
	...{ id: 9, title: '危房改造补助标准', indexNumber: 'A/2026-1', documentNumber: '柳政发〔2026〕8号' },
	...{ publishedOn: '2026-05-20', address: 'https://www.qinghe.example/d/9' },
};
const show = (published: BeforeCase['published']) =>
	render(
		<Form>
			<PublicAlready id={7} />
		</Form>,
		{
			session: sessionOf({}),
			data: [[['applications', 'before', 7], { published, repeated: [], others: [], applicants: 1 }]],
		},
	);

describe('an answer that it is public already (条例第三十六条第一项)', () => {
	it('takes way and place from the document of the portal that answers it', () => {
		expect(whereOf(row)).toBe(
			'在本县政府信息公开平台查阅、下载《危房改造补助标准》（柳政发〔2026〕8号）：https://www.qinghe.example/d/9',
		);
		const markup = show([row]);
		expect(textOf(markup)).toContain('2026年5月20日公开');
		expect(markup).toContain('aria-label="填入《危房改造补助标准》"');
	});

	it('offers nothing where nothing was found', () => {
		expect(textOf(show([]))).toBe('');
	});

	it('asks for a day only of whoever knows it', () => {
		const field = { key: 'publishedOn', label: '公开日期', unknown: null, optional: true };
		const markup = render(
			<Form initialValues={{ fields: { publishedOn: '2026-05-20' } }}>
				<OutcomeField field={field} />
			</Form>,
			{ session: sessionOf({}) },
		);
		expect(markup).toContain('value="2026年5月20日"');
		expect(textOf(markup)).toContain('不知道的，不填');
		expect(markup).not.toContain('ant-form-item-required');
	});
});
