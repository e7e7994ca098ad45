import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Loaded } from '../../../ui/index.ts';
import { type DocumentDetail, readPreview } from '../api.ts';
import { articleOnly, inNewTab } from './article-only.ts';

/** The document as the portal will show it: the article alone, or the whole page with its head and foot. */
export function Preview({ document: { id, version, state, edition } }: { document: DocumentDetail }) {
	const query = useQuery({
		queryKey: ['document-preview', id, version, state, edition],
		queryFn: () => readPreview(id),
	});
	const [whole, setWhole] = useState(false);
	return (
		<>
			<div className="pub-sheet-head">
				<h2>网站样式预览</h2>
				<Segmented
					size="small"
					aria-label="预览范围"
					options={RANGES}
					value={whole}
					onChange={(next) => setWhole(Boolean(next))}
				/>
			</div>
			<Loaded query={query}>
				{(html) => <PreviewFrame html={whole ? html : articleOnly(html)} title="网站样式预览" />}
			</Loaded>
		</>
	);
}

const RANGES = [
	{ value: false, label: '正文' },
	{ value: true, label: '整页' },
];

/** As high as its content, so that the page has one scroll bar. Scripts and forms stay off; pictures and files need the session. */
export function PreviewFrame({ html, title }: { html: string; title: string }) {
	const frame = useRef<HTMLIFrameElement>(null);
	const [height, setHeight] = useState(480);
	const measure = useCallback(() => {
		const body = frame.current?.contentDocument?.body;
		if (body) setHeight(Math.min(20_000, Math.max(200, body.scrollHeight)));
	}, []);
	useEffect(() => {
		if (!frame.current) return;
		// A narrower window, a phone turned: the text breaks anew.
		const watch = new ResizeObserver(measure);
		watch.observe(frame.current);
		return () => watch.disconnect();
	}, [measure]);
	return (
		<iframe
			ref={frame}
			className="pub-preview"
			title={title}
			sandbox="allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox"
			srcDoc={inNewTab(html)}
			height={height}
			onLoad={measure}
		/>
	);
}
