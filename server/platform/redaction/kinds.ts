/** What can be drawn page by page. */
export const REDACTABLE = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type Redactable = (typeof REDACTABLE)[number];

export function isRedactable(mediaType: string): mediaType is Redactable {
	return (REDACTABLE as readonly string[]).includes(mediaType);
}

/** Pixels of a page. */
export interface PageSize {
	readonly width: number;
	readonly height: number;
}
