import { Button, Result } from 'antd';
import { useNavigate } from 'react-router';
import { asProblem } from '../api/index.ts';

function BackHome() {
	const navigate = useNavigate();
	return <Button onClick={() => void navigate('/')}>返回首页</Button>;
}

/** In place of a screen the person's roles do not open. */
export function Forbidden() {
	return (
		<Result
			status="warning"
			title={<h1 className="gk-result">您没有查看此页面的权限</h1>}
			subTitle="如工作需要，请联系本机关负责人或系统管理员分配角色。"
			extra={<BackHome />}
		/>
	);
}

/** In place of a screen that does not exist. */
export function NotFound() {
	return (
		<Result
			status="warning"
			title={<h1 className="gk-result">没有找到该页面</h1>}
			subTitle="地址可能有误，或内容已被移除。"
			extra={<BackHome />}
		/>
	);
}

/** In place of content that could not be read: the reason in words, and a way to try again. */
export function LoadFault({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
	const { code, title } = asProblem(error);
	if (code === 'forbidden') return <Forbidden />;
	// An address somebody shortened or mistyped: the server finds no number in it.
	if (code === 'invalid') return <NotFound />;
	const final = code === 'notFound' || code === 'gone';
	return (
		<div role="alert">
			<Result
				status="warning"
				title={<h1 className="gk-result">{title}</h1>}
				extra={final || !onRetry ? <BackHome /> : <Button onClick={onRetry}>重试</Button>}
			/>
		</div>
	);
}
