/**
 * Markup that has passed the allow-list of the module that stored it, shown as it is. The only place where markup is not
 * escaped: give it nothing a person typed that was not cleaned.
 */
export function RichText({ html, className = 'article' }: { html: string; className?: string }) {
	const content = { dangerouslySetInnerHTML: { __html: html } };
	return <div className={className} {...content} />;
}
