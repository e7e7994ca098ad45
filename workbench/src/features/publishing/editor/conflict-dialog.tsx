import { Alert, Button, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { useColumns } from '../../../parts/columns.tsx';
import { formatInstant } from '../../../ui/index.ts';
import type { Content, Options } from '../api.ts';
import { plainBody } from './body.ts';
import { FIELD_LABELS, spoken } from './fields.ts';
import { type ContentKey, type Difference, differences, merged, type Side } from './merge.ts';
import type { Conflict } from './use-draft.ts';

interface ConflictDialogProps {
	conflict: Conflict;
	options: Options;
	onResolve: (content: Content) => void;
	onLater: () => void;
}

/** Two people wrote in the same draft: both texts side by side, and one choice for each difference. */
export function ConflictDialog({ conflict, options, onResolve, onLater }: ConflictDialogProps) {
	const { mine, theirs, base } = conflict;
	const found = differences(base, mine, theirs.content);
	const [chosen, setChosen] = useState<Partial<Record<ContentKey, Side>>>({});
	const sides = Object.fromEntries(found.map(({ key, suggested }) => [key, chosen[key] ?? suggested]));
	const who = `${theirs.savedByName || '他人'}于${formatInstant(theirs.savedAt)}保存了另一份内容。`;
	return (
		<Modal
			open
			width={860}
			title="本稿有两份不同的内容"
			mask={{ closable: false }}
			onCancel={onLater}
			footer={
				theirs.mayEdit ? (
					<>
						<Button onClick={onLater}>稍后再定</Button>
						<Button type="primary" onClick={() => onResolve(merged(mine, theirs.content, sides))}>
							按所选内容保存
						</Button>
					</>
				) : (
					<Button onClick={onLater}>关闭</Button>
				)
			}
		>
			{theirs.mayEdit ? <p>{who}您写的内容没有丢失，请逐项选择保留哪一份。</p> : <HandedOn id={theirs.id} />}
			<ul className="gk-plain">
				{found.map((difference) => (
					<Row
						key={difference.key}
						difference={difference}
						conflict={conflict}
						options={options}
						side={sides[difference.key] ?? 'theirs'}
						onChoose={(side) => setChosen((now) => ({ ...now, [difference.key]: side }))}
					/>
				))}
			</ul>
		</Modal>
	);
}

function HandedOn({ id }: { id: number }) {
	return (
		<Alert
			className="gk-gap"
			type="warning"
			showIcon
			title="本稿已被提交，现在不能修改。"
			description={
				<>
					您写的内容暂存在本机，本稿退回或者收回后打开编写页可以恢复。<Link to={`/documents/${id}`}>查看本稿</Link>
				</>
			}
		/>
	);
}

interface RowProps {
	difference: Difference;
	conflict: Conflict;
	options: Options;
	side: Side;
	onChoose: (side: Side) => void;
}

function Row({ difference: { key, both }, conflict, options, side, onChoose }: RowProps) {
	const id = useId();
	const { mine, theirs } = conflict;
	const { data: columns = [] } = useColumns(theirs.office.id);
	const columnName = (columnId: number) => columns.find((column) => column.id === columnId)?.name ?? '';
	const say = (content: Content) =>
		key === 'body' ? plainBody(content.body) : spoken(content, key, { options, columnName });
	const sides = [
		{ value: 'mine', who: '我写的', text: say(mine) },
		{ value: 'theirs', who: `${theirs.savedByName || '他人'}保存的`, text: say(theirs.content) },
	];
	return (
		<li className="pub-difference">
			<h3 id={id}>
				{FIELD_LABELS[key]}
				{both ? <span className="gk-mark">（双方都有修改）</span> : null}
			</h3>
			{theirs.mayEdit ? (
				<Radio.Group
					aria-labelledby={id}
					className="pub-sides"
					value={side}
					onChange={({ target }) => onChoose(target.value as Side)}
				>
					{sides.map((one) => (
						<Radio key={one.value} value={one.value}>
							<Text {...one} />
						</Radio>
					))}
				</Radio.Group>
			) : (
				<div className="pub-sides">
					{sides.map((one) => (
						<div key={one.value} className="pub-only">
							<Text {...one} />
						</div>
					))}
				</div>
			)}
		</li>
	);
}

function Text({ who, text }: { who: string; text: string }) {
	return (
		<>
			<strong>{who}</strong>
			<span className="pub-side">{text === '' ? '（空）' : text}</span>
		</>
	);
}
