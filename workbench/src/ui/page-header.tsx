import { ArrowLeftOutlined } from '@ant-design/icons';
import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface PageHeaderProps {
	title: ReactNode;
	/** One line under the title: what the screen is for, or the number and date of the case. */
	subtitle?: ReactNode;
	/** Tags beside the title. */
	tags?: ReactNode;
	/** Buttons on the right. */
	extra?: ReactNode;
	/** Where «back» leads. */
	back?: { to: string; label: string };
}

/** Head of every screen; holds its only h1. */
export function PageHeader({ title, subtitle, tags, extra, back }: PageHeaderProps) {
	return (
		<header className="gk-head">
			{back ? (
				<Link to={back.to} className="gk-back">
					<ArrowLeftOutlined aria-hidden /> {back.label}
				</Link>
			) : null}
			<Flex justify="space-between" align="start" gap="8px 16px" wrap>
				<div className="gk-head-text">
					<Flex align="center" gap={8} wrap>
						<Typography.Title level={1} className="gk-title">
							{title}
						</Typography.Title>
						{tags}
					</Flex>
					{subtitle ? <p className="gk-subtitle">{subtitle}</p> : null}
				</div>
				{extra ? (
					<Flex gap={8} wrap>
						{extra}
					</Flex>
				) : null}
			</Flex>
		</header>
	);
}
