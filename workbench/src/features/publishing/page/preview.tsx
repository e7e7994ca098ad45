import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Loaded } from '../../../ui/index.ts';
import { type DocumentDetail, readPreview } from '../api.ts';

/** The document as the portal will show it. */
export function Preview({ document: { id, version, state, edition } }: { document: DocumentDetail }) {
	const query = useQuery({
		queryKey: ['documents', id, 'preview', version, state, edition],
		queryFn: () => readPreview(id),
	});
	return <Loaded query={query}>{(html) => <Frame html={html} />}</Loaded>;
}

/** As high as its content, so that the page has one scroll bar. Scripts and forms stay off; pictures need the session. */
function Frame({ html }: { html: string }) {
	const frame = useRef<HTMLIFrameElement>(null);
	const [height, setHeight] = useState(480);
	const measure = () => {
		const page = frame.current?.contentDocument?.documentElement;
		if (page) setHeight(Math.min(20_000, page.scrollHeight));
	};
	return (
		<iframe
			ref={frame}
			className="pub-preview"
			title="网站样式预览"
			sandbox="allow-same-origin"
			srcDoc={html}
			height={height}
			onLoad={measure}
		/>
	);
}
