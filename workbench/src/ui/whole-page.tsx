import { Button, Flex, Spin, Typography } from 'antd';

interface WholePageProps {
	title: string;
	busy?: boolean;
	action?: string;
	onAction?: () => void;
	/** Inside the shell instead of the whole window. */
	inset?: boolean;
}

/** One sentence and at most one way on: opening, out of reach, broken. */
export function WholePage({ title, busy = false, action, onAction, inset = false }: WholePageProps) {
	return (
		<div className={inset ? 'gk-whole gk-inset' : 'gk-whole'} role={action ? 'alert' : 'status'}>
			<Flex vertical align="center" gap={16}>
				{busy ? <Spin size="large" /> : null}
				<Typography.Text>{title}</Typography.Text>
				{action ? (
					<Button type="primary" onClick={onAction}>
						{action}
					</Button>
				) : null}
			</Flex>
		</div>
	);
}
