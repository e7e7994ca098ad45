/** The mark of the site: an open book under a doorway, drawn for this product. Not an emblem of any state body. */
export function Mark({ size = 56 }: { size?: number }) {
	return (
		<svg className="mark" width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
			<rect x="2" y="2" width="60" height="60" rx="14" fill="#17427a" />
			<path
				d="M14 26 32 13l18 13"
				fill="none"
				stroke="#fff"
				strokeWidth="4"
				strokeLinecap="round"
				strokeLinejoin="round"
			/>
			<path d="M32 33c-5-4-11-5-17-5v19c6 0 12 1 17 5 5-4 11-5 17-5V28c-6 0-12 1-17 5Z" fill="#fff" />
			<path d="M32 33v19" stroke="#17427a" strokeWidth="2.5" />
			<circle cx="32" cy="22.5" r="3.4" fill="#c8372d" />
		</svg>
	);
}
