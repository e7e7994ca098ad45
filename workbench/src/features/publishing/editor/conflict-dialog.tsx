import { Alert } from 'antd';
import { Link } from 'react-router';
import { useColumns } from '../../../parts/columns.tsx';
import { differences, merged } from '../../../parts/draft/merge.ts';
import { TwoTexts } from '../../../parts/draft/two-texts.tsx';
import type { Conflict } from '../../../parts/draft/use-draft.ts';
import { formatInstant } from '../../../ui/index.ts';
import type { Content, DocumentDetail, Options } from '../api.ts';
import { plainBody } from './body.ts';
import { type ContentKey, FIELD_LABELS, spoken } from './fields.ts';

interface ConflictDialogProps {
	conflict: Conflict<DocumentDetail, Content>;
	options: Options;
	onResolve: (content: Content) => void;
	onLater: () => void;
}

/** Two people wrote in the same draft, or it was handed on while one still wrote. */
export function ConflictDialog({ conflict, options, onResolve, onLater }: ConflictDialogProps) {
	const { mine, theirs, base } = conflict;
	const { data: columns = [] } = useColumns(theirs.office.id);
	const columnName = (id: number) => columns.find((column) => column.id === id)?.name ?? '';
	const say = (content: Content, key: ContentKey) =>
		key === 'body' ? plainBody(content.body) : spoken(content, key, { options, columnName });
	const fields = differences(base, mine, theirs.content).map((difference) => ({
		...difference,
		label: FIELD_LABELS[difference.key],
		mine: say(mine, difference.key),
		theirs: say(theirs.content, difference.key),
	}));
	return (
		<TwoTexts
			title="本稿有两份不同的内容"
			intro={theirs.mayEdit ? <Saved theirs={theirs} /> : <HandedOn id={theirs.id} />}
			other={theirs.savedByName}
			fields={fields}
			onResolve={theirs.mayEdit ? (chosen) => onResolve(merged(mine, theirs.content, chosen)) : undefined}
			onLater={onLater}
		/>
	);
}

function Saved({ theirs: { savedByName, savedAt } }: { theirs: DocumentDetail }) {
	const who = savedByName || '他人';
	return (
		<p>
			{who}于{formatInstant(savedAt)}保存了另一份内容。您写的内容没有丢失，请逐项选择保留哪一份。
		</p>
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
