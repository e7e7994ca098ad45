import type { Claim, Form, Section } from '../model/index.ts';
import type { Paragraph } from '../read/outline/paragraphs.ts';

/** The narrative of a report as the claims are sought in it. */
export interface Narrated {
	form: Form;
	year: number | null;
	paragraphs: readonly Paragraph[];
	sections: readonly Section[];
}

export function claimsOf(_: Narrated): Claim[] {
	return [];
}
export function statedFigures(_: readonly Claim[]): Map<string, number> {
	return new Map();
}
