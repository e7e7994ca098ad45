import { Button, Form } from 'antd';
import { formatDay } from '../../ui/index.ts';
import { type BeforeCase, useBefore } from './api.ts';

/** Where a document of the portal is found, as the letter tells it (条例第三十六条第一项). */
export function whereOf({ title, documentNumber, address }: BeforeCase['published'][number]): string {
	const name = `《${title}》${documentNumber ? `（${documentNumber}）` : ''}`;
	return `在本县政府信息公开平台查阅、下载${name}：${address}`;
}

/** Documents of the portal that answer what is asked: one click puts way, place and day into the letter. */
export function PublicAlready({ id }: { id: number }) {
	const form = Form.useFormInstance();
	const published = useBefore(id).data?.published ?? [];
	if (published.length === 0) return null;
	const take = (row: BeforeCase['published'][number]) => {
		form.setFieldValue(['fields', 'where'], whereOf(row));
		form.setFieldValue(['fields', 'publishedOn'], row.publishedOn);
	};
	return (
		<Form.Item label="可能已经公开的信息" className="gk-gap">
			<ul className="ga-list">
				{published.map((row) => (
					<li key={row.id} className="ga-row">
						<a href={`/d/${row.id}`} target="_blank" rel="noreferrer">
							{row.title}
						</a>
						<span>
							{formatDay(row.publishedOn)}公开{' '}
							<Button size="small" onClick={() => take(row)} aria-label={`填入《${row.title}》`}>
								填入
							</Button>
						</span>
					</li>
				))}
			</ul>
		</Form.Item>
	);
}
