import type { EpisodeOutcome, EpisodeState } from '#core/invitation/episode';
import type { WholeText } from '#web/text/text-of';

/** The demo's way in: she chooses who to be. */
export function DemoDoorPage(props: {
  readonly text: WholeText;
  readonly women: readonly { readonly userId: string; readonly name: string; readonly state: string }[];
}) {
  const { citizen: t, common } = props.text;
  const states: Readonly<Record<EpisodeState | EpisodeOutcome, string>> = {
    ...common.episodeState,
    ...common.episodeOutcome,
  };
  return (
    <>
      <h1>{t.title}</h1>
      <p className="lead">{t.signInFirst}</p>
      <p>{t.signInDemo}</p>
      <form method="post" action="/min-side/inn">
        <ul className="rows">
          {props.women.map(({ userId, name, state }) => (
            <li key={userId} className="persona">
              <button className="ds-button" data-variant="secondary" type="submit" name="userId" value={userId}>
                {name}
              </button>
              <span className="quiet">{states[state as EpisodeState] ?? state}</span>
            </li>
          ))}
        </ul>
      </form>
      <p>
        <a href="/">{t.screeningStaff}</a>
      </p>
    </>
  );
}
