import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ConfirmReason, Loaded, PageHeader } from '../../../ui/index.ts';
import { KEY, readRedaction, releaseRedaction } from '../api.ts';
import { BoxList } from './box-list.tsx';
import { type Box, type Ground, placed, type RedactionView, stripOn } from './boxes.ts';
import { PageSheet } from './page-sheet.tsx';
import { useBoxes } from './use-boxes.ts';
import '../applications.css';

/** 区分处理: what is withheld is blacked out on the pages, and a paper of its own is made of the rest. */
export function RedactionPage() {
	const { id, redactionId } = useParams();
	const query = useQuery({
		queryKey: [...KEY, 'redaction', redactionId],
		queryFn: () => readRedaction(Number(id), Number(redactionId)),
		// The places on the screen are the newest; what the server has follows them.
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 0,
	});
	return <Loaded query={query}>{(view) => <Work id={Number(id)} view={view} />}</Loaded>;
}

function Work({ id, view }: { id: number; view: RedactionView }) {
	const { boxes, revision, isKept, fault, change } = useBoxes(id, view);
	const [ground, setGround] = useState<Ground>('15');
	const add = (box: Box) => change([...boxes, placed(box)]);
	const pages = view.pages.map((size, i) => ({ page: i + 1, size }));
	const put = (key: number, box: Box | null) =>
		change(boxes.flatMap((one) => (one.key !== key ? [one] : box === null ? [] : [{ ...box, key }])));
	return (
		<>
			<PageHeader
				title={`遮盖：${view.fileName}`}
				subtitle="用鼠标框出不予公开的部分。制作的公开件只有页面图像，框下没有任何内容；原件保留在案卷里。"
				back={{ to: `/applications/${id}`, label: '返回办理' }}
			/>
			{fault ? <Alert className="gk-gap" type="error" showIcon title={fault} /> : null}
			{view.released ? (
				<Alert className="gk-gap" type="info" showIcon title="公开件已经制作，需要修改的请重新开始遮盖。" />
			) : null}
			<div className="ga-redaction">
				<aside className="gk-panel">
					<h2>遮盖依据</h2>
					<Radio.Group
						className="gk-stack"
						value={ground}
						disabled={view.released}
						options={[...view.grounds]}
						onChange={({ target }) => setGround(target.value as Ground)}
					/>
					<BoxList view={view} boxes={boxes} onChange={put} />
					{view.released ? null : (
						<Release id={id} view={view} count={boxes.length} revision={revision} isKept={isKept} />
					)}
				</aside>
				<div>
					{pages.map(({ page, size }) => (
						<section key={page}>
							<PageSheet
								page={page}
								src={`/api/applications/${id}/redactions/${view.id}/pages/${page}`}
								size={size}
								boxes={boxes}
								ground={ground}
								isClosed={view.released}
								onAdd={add}
								onChange={put}
							/>
							{view.released ? null : (
								<Button size="small" onClick={() => add(stripOn(page, ground))}>
									在第{page}页添加遮盖
								</Button>
							)}
						</section>
					))}
				</div>
			</div>
		</>
	);
}

interface ReleaseProps {
	id: number;
	view: RedactionView;
	count: number;
	revision: number;
	isKept: boolean;
}

function Release({ id, view, count, revision, isKept }: ReleaseProps) {
	const [open, setOpen] = useState(false);
	const queries = useQueryClient();
	const navigate = useNavigate();
	const { message } = App.useApp();
	const release = async () => {
		await releaseRedaction(id, view.id, { revision });
		await queries.invalidateQueries({ queryKey: KEY });
		message.success('公开件已制作，可在拟定答复时选择提供。');
		void navigate(`/applications/${id}`);
	};
	return (
		<Flex vertical gap={8} className="gk-gap">
			<span className="gk-hint" role="status">
				{isKept ? '遮盖位置已保存' : '正在保存……'}
			</span>
			<Button type="primary" disabled={count === 0 || !isKept} onClick={() => setOpen(true)}>
				制作公开件
			</Button>
			<ConfirmReason
				open={open}
				title="制作公开件"
				text={`将遮盖${count}处，制作后不能修改。请逐页核对没有遗漏，包括页眉、页脚、签名和批注。`}
				reason="none"
				okLabel="制作"
				onConfirm={release}
				onClose={() => setOpen(false)}
			/>
		</Flex>
	);
}
