import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { showIndicatorSet } from '#contracts/quality';
import { formatInterval, formatScale } from '#web/text/format-scale';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageLink } from '../components/page-link.tsx';
import { Stat, Stats } from '../components/stat.tsx';
import { useText } from '../text.tsx';

/** What a centre asks for first, of the European set. */
const headline = ['participation', 'recall', 'invasive-detection', 'interval-cancer', 'sensitivity'];

/** The centre's own figures of the newest period beside the nation's. */
export function OwnFigures({ centreId }: { readonly centreId: string }) {
  const { text, written } = useText();
  const words = text.portal;
  const own = useLoad(showIndicatorSet, { set: 'european-13', centre: centreId, period: 'newest' });
  return (
    <section className="stack">
      <Heading level={2} data-size="xs">
        {words.ownFigures}
      </Heading>
      <Paragraph data-size="sm">
        {words.ownFiguresLead} <PageLink to="/figures">{words.allFigures}</PageLink>
      </Paragraph>
      <Loaded query={own}>
        {(data) => (
          <Stats label={words.ownFigures}>
            {data.rows
              .filter((one) => headline.includes(one.indicator.id) && one.indicator.scale !== null)
              .map(({ indicator: { id, name, scale }, figure, nation, years }) => {
                const write = (value: number | null | undefined) => (scale ? formatScale(written, scale, value) : '');
                const limits = figure?.limits;
                const between = limits && scale ? `${formatInterval(written, scale, limits)} · ` : '';
                return (
                  <Stat
                    key={id}
                    label={`${name[written]}${years.length > 0 ? `, ${years.join('–')}` : ''}`}
                    value={write(figure?.value)}
                    note={`${between}${text.common.nation.toLowerCase()} ${write(nation?.value)}`}
                  />
                );
              })}
          </Stats>
        )}
      </Loaded>
    </section>
  );
}
