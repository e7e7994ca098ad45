declare module 'autocannon' {
	interface Options {
		url: string;
		connections: number;
		/** Seconds. */
		duration: number;
		headers?: Record<string, string>;
		/** Asked for in turn by each connection. */
		requests?: readonly { path: string }[];
	}
	interface Result {
		requests: { average: number };
		/** Milliseconds. */
		latency: { p99: number };
		non2xx: number;
		errors: number;
	}
	export default function autocannon(options: Options): Promise<Result>;
}
