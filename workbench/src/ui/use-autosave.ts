import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Autosave, type AutosaveOptions, type Recovered, type SaveSnapshot } from './autosave.ts';
import { draftStore } from './draft-store.ts';
import { useViewer } from './viewer.ts';

export interface UseAutosave<V> extends SaveSnapshot {
	/** A draft of this person found on this machine, to offer with RecoveredNote; null once it is answered. */
	recovered: Recovered<V> | null;
	/** Takes the draft away from the offer; the caller puts `recovered.value` into its form when it was wanted. */
	answerRecovered(wanted: boolean): void;
	flush(): Promise<boolean>;
	forget(): void;
}

/**
 * Saves `value` while it is typed. Mount the editor once its record is read (`key={id}`), because `value` on the first
 * render is taken as what the server has. `save` answers the new version of the record.
 */
export function useAutosave<V>(options: Omit<AutosaveOptions<V>, 'drafts' | 'initial'> & { value: V }): UseAutosave<V> {
	const { personId } = useViewer();
	const latest = useRef(options.save);
	latest.current = options.save;
	const [core] = useState(
		() =>
			new Autosave<V>({
				...options,
				initial: options.value,
				drafts: draftStore(window.localStorage, personId),
				save: options.save
					? (value, version) => latest.current?.(value, version) ?? Promise.resolve(version)
					: undefined,
			}),
	);
	const [offered, setOffered] = useState(core.recovered);
	const shown = useSyncExternalStore(core.subscribe, core.snapshot, core.snapshot);
	const { value } = options;
	useEffect(() => core.change(value), [core, value]);
	useEffect(() => {
		const online = () => void core.flush();
		window.addEventListener('online', online);
		return () => {
			window.removeEventListener('online', online);
			// Leaving the screen is no reason to wait for the rest after typing.
			void core.flush();
		};
	}, [core]);
	return {
		...shown,
		recovered: offered,
		answerRecovered: (wanted) => {
			if (!wanted) core.dropFound();
			setOffered(null);
		},
		flush: core.flush,
		forget: core.forget,
	};
}
