import { InfoCircleOutlined } from '@ant-design/icons';
import { Button, Flex, Tooltip } from 'antd';
import { useId, useState } from 'react';
import type { Issue } from '../api/index.ts';
import { ConfirmReason } from './confirm-reason.tsx';

/** A move as every case of the API offers it (`moves`). */
export interface Move {
	action: string;
	label: string;
	basis?: string;
	document?: string;
	permitted: boolean;
	allowed: boolean;
	reasons: readonly Issue[];
}

/** How a move is asked before it is done; a move without one is done at once. */
export interface MoveQuestion {
	text?: string;
	reason?: 'required' | 'optional' | 'none';
	reasonLabel?: string;
	danger?: boolean;
}

interface MovesBarProps {
	moves: readonly Move[];
	/** Does the move; what it throws is shown in the dialog, or by the caller's command. */
	onMove: (action: string, reason: string) => Promise<unknown>;
	questions?: Readonly<Record<string, MoveQuestion>>;
	busy?: boolean;
	/** Moves with a form of their own elsewhere on the screen. */
	hide?: readonly string[];
	/** Moves that carry the case on, of which the first stands in colour; any of them when left out. */
	leads?: readonly string[];
}

/** What the person may do with a case now. A move that is not possible yet stays visible, with the reason in words. */
export function MovesBar({ moves, onMove, questions = {}, busy = false, hide = [], leads }: MovesBarProps) {
	const [asked, setAsked] = useState<Move | null>(null);
	const [open, setOpen] = useState(false);
	const prefix = useId();
	const idOf = (action: string) => `${prefix}${action}`;
	const offered = moves.filter(({ permitted, action }) => permitted && !hide.includes(action));
	if (offered.length === 0) return null;
	const question = asked ? questions[asked.action] : undefined;
	const choose = (move: Move) => {
		if (!questions[move.action]) return void onMove(move.action, '');
		setAsked(move);
		setOpen(true);
	};
	// While the main move waits none takes its place: going back is not the way on. Of several ways on the first that is open leads.
	const main = leads
		? offered.find(({ allowed, action }) => allowed && leads.includes(action))
		: offered.find(({ action }) => !questions[action]?.danger);
	return (
		<>
			<Flex gap={8} wrap role="group" aria-label="可办理的操作">
				{offered.map((move) => (
					<MoveButton
						key={move.action}
						move={move}
						whyId={idOf(move.action)}
						primary={move === main && move.allowed}
						danger={questions[move.action]?.danger ?? false}
						busy={busy}
						onChoose={() => choose(move)}
					/>
				))}
			</Flex>
			<WhyNot moves={offered} idOf={idOf} />
			<ConfirmReason
				open={open}
				title={asked?.label ?? ''}
				okLabel={asked?.label ?? ''}
				text={[question?.text, asked?.basis ? `依据：${asked.basis}` : ''].filter(Boolean).join(' ') || undefined}
				reason={question?.reason ?? 'none'}
				reasonLabel={question?.reasonLabel}
				danger={question?.danger}
				onConfirm={({ reason }) => (asked ? onMove(asked.action, reason) : Promise.resolve())}
				onClose={() => setOpen(false)}
			/>
		</>
	);
}

interface MoveButtonProps {
	move: Move;
	/** Element that says why the move is not possible. */
	whyId: string;
	primary: boolean;
	danger: boolean;
	busy: boolean;
	onChoose: () => void;
}

function MoveButton({ move, whyId, primary, danger, busy, onChoose }: MoveButtonProps) {
	return (
		<Tooltip title={reasonsOf(move)}>
			<Button
				type={primary ? 'primary' : 'default'}
				danger={danger}
				// Not `disabled`: a button that cannot get the focus cannot say why.
				aria-disabled={!move.allowed}
				aria-describedby={move.allowed ? undefined : whyId}
				className={move.allowed ? undefined : 'gk-off'}
				loading={busy && move.allowed}
				onClick={() => (move.allowed ? onChoose() : undefined)}
			>
				{move.label}
			</Button>
		</Tooltip>
	);
}

function WhyNot({ moves, idOf }: { moves: readonly Move[]; idOf: (action: string) => string }) {
	const waiting = moves.filter(({ allowed }) => !allowed);
	if (waiting.length === 0) return null;
	return (
		<ul className="gk-why">
			{waiting.map((move) => (
				<li key={move.action} id={idOf(move.action)}>
					<InfoCircleOutlined aria-hidden /> 暂不能「{move.label}」：{reasonsOf(move)}
				</li>
			))}
		</ul>
	);
}

function reasonsOf({ reasons }: Move): string {
	return reasons.map(({ message }) => message).join('');
}
