import { Button, Flex, Form, Select } from 'antd';
import { useState } from 'react';
import { ConfirmReason, useCommand } from '../../ui/index.ts';
import { type Entry, KEY, moveEntries, useEntryOptions } from './api.ts';

type Action = Entry['moves'][number]['action'];

interface EntryMovesProps {
	/** Entries that were ticked. */
	chosen: readonly Entry[];
	onDone: () => void;
}

const VERBS: Readonly<Record<Action, string>> = {
	adopt: '采用',
	renew: '按新标准更新',
	trim: '登记不适用',
	end: '停用',
};

/** What can be done with the entries that were ticked: each button works on all of them, or is not there. */
export function EntryMoves({ chosen, onDone }: EntryMovesProps) {
	const [asking, setAsking] = useState<'trim' | 'end' | null>(null);
	const ids = chosen.map(({ id }) => id);
	const move = useCommand((action: 'adopt' | 'renew') => moveEntries({ ids, action, trim: null, reason: '' }), {
		refresh: [KEY],
		done: '已办理。',
		onDone,
	});
	const can = (action: Action) =>
		chosen.length > 0 &&
		chosen.every(({ moves }) => moves.some((one) => one.action === action && one.permitted)) &&
		// What the county handed down is trimmed, not ended.
		(action !== 'end' ||
			chosen.every(({ standardId, standardNews }) => standardId === null || standardNews === 'ended'));
	return (
		<Flex gap={8} wrap align="center" className="ent-moves" role="group" aria-label="对勾选的事项">
			<span>{chosen.length === 0 ? '勾选事项后办理：' : `已勾选${chosen.length}项：`}</span>
			{(['adopt', 'renew'] as const).map((action) => (
				<Button key={action} disabled={!can(action)} loading={move.busy} onClick={() => void move.run(action)}>
					{VERBS[action]}
				</Button>
			))}
			{(['trim', 'end'] as const).map((action) => (
				<Button key={action} disabled={!can(action)} onClick={() => setAsking(action)}>
					{VERBS[action]}
				</Button>
			))}
			<TrimDialog open={asking === 'trim'} ids={ids} onClose={() => setAsking(null)} onDone={onDone} />
			<EndDialog open={asking === 'end'} ids={ids} onClose={() => setAsking(null)} onDone={onDone} />
		</Flex>
	);
}

interface DialogProps {
	open: boolean;
	ids: number[];
	onClose: () => void;
	onDone: () => void;
}

function TrimDialog({ open, ids, onClose, onDone }: DialogProps) {
	const { data: options } = useEntryOptions();
	const trim = useCommand(moveEntries, { refresh: [KEY], done: '已登记。', onDone });
	return (
		<ConfirmReason
			open={open}
			title={`${ids.length}项不适用于本机关`}
			text="登记后在公开的事项目录中显示情形和原因，不再要求公开信息。"
			okLabel="登记"
			reasonLabel="原因"
			onConfirm={async ({ reason, trim: kind }) =>
				await trim.run({ ids, action: 'trim', reason, trim: kind === 'elsewhere' ? 'elsewhere' : 'none' })
			}
			onClose={onClose}
		>
			<Form.Item name="trim" label="情形" initialValue="none">
				<Select options={options?.trims ?? []} />
			</Form.Item>
		</ConfirmReason>
	);
}

function EndDialog({ open, ids, onClose, onDone }: DialogProps) {
	const end = useCommand(moveEntries, { refresh: [KEY], done: '已停用。', onDone });
	return (
		<ConfirmReason
			open={open}
			title={`停用${ids.length}项公开事项`}
			text="停用后目录中不再有这些事项；已经公开的信息不受影响。"
			okLabel="停用"
			danger
			onConfirm={async ({ reason }) => await end.run({ ids, action: 'end', reason, trim: null })}
			onClose={onClose}
		/>
	);
}
