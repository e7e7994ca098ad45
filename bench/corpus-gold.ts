/** A gold file of the corpus, as far as it is compared. */
export interface Gold {
	id: string;
	file: string;
	organ: string;
	level: string;
	year: number;
	form: string;
	cells: Record<string, GoldCell>;
	claims: GoldClaim[];
	errors: GoldError[];
}

export interface GoldCell {
	value: number | null;
	state: string;
	alsoRight?: string[];
}

export interface GoldClaim {
	kind: 'value' | 'sum' | 'percent';
	text: string;
	value?: number;
	total?: number;
	parts?: number[];
	stated?: number;
	refs: string[];
	verdict: string;
}

export interface GoldError {
	id: string;
	type: string;
	where: string;
	detail: string;
	severity: string;
	found?: number | string | null;
	expected?: number | string | null;
}
