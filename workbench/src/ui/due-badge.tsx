import {
	CheckCircleOutlined,
	ClockCircleOutlined,
	ExclamationCircleOutlined,
	WarningOutlined,
} from '@ant-design/icons';
import { Tag, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { type DueFacts, type DueKind, dueState } from './due.ts';
import { formatDay } from './format.ts';
import { useViewer } from './viewer.ts';

const LOOK: Readonly<Record<DueKind, { color: string; icon: ReactNode }>> = {
	closed: { color: 'success', icon: <CheckCircleOutlined aria-hidden /> },
	closedLate: { color: 'default', icon: <WarningOutlined aria-hidden /> },
	overdue: { color: 'error', icon: <WarningOutlined aria-hidden /> },
	today: { color: 'warning', icon: <ExclamationCircleOutlined aria-hidden /> },
	soon: { color: 'warning', icon: <ExclamationCircleOutlined aria-hidden /> },
	normal: { color: 'processing', icon: <ClockCircleOutlined aria-hidden /> },
};

interface DueBadgeProps extends Omit<DueFacts, 'today' | 'due'> {
	due: string | null | undefined;
	/** 「日历未发布，暂按周末推算」: shown whenever the server sends it. */
	mark?: string | null | undefined;
	/** Puts the day itself beside the badge. */
	withDay?: boolean;
}

/** How much time is left until a limit, in words, with an icon and a colour. Nothing when there is no limit. */
export function DueBadge({ due, mark, withDay = false, ...facts }: DueBadgeProps) {
	const { today } = useViewer();
	if (!due) return null;
	const { kind, text } = dueState({ due, today, ...facts });
	const { color, icon } = LOOK[kind];
	return (
		<span className="gk-due">
			{withDay ? <time dateTime={due}>{formatDay(due)}</time> : null}
			<Tooltip title={`${formatDay(due)}到期`}>
				<Tag color={color} icon={icon}>
					{text}
				</Tag>
			</Tooltip>
			{mark ? <small className="gk-mark">{mark}</small> : null}
		</span>
	);
}
