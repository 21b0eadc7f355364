import { Button, Details, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint';
import {
  evaluateScore,
  evaluationChoices,
  evaluationDivisions,
  evaluationOutcomes,
  evaluationScores,
} from '#contracts/statistics';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Choice } from '../quality/scope-filters.tsx';
import { useText } from '../text.tsx';
import { useEvaluationText } from './evaluation-text.ts';
import { CurveParts } from './curve-parts.tsx';
import { EvaluationStats } from './evaluation-stats.tsx';
import { GroupParts } from './group-parts.tsx';
import { ThresholdTable } from './threshold-table.tsx';
import '#web/charts/charts.css';
import './statistics.css';

const address = z.object({
  /** "product version". */
  product: z.string().optional(),
  score: z.enum(evaluationScores).default('score'),
  outcome: z.enum(evaluationOutcomes).default('screen-interval'),
  by: z.enum(evaluationDivisions).default('age'),
  against: z.string().optional(),
  threshold: z.coerce.number().optional(),
  /** Per cent. */
  sensitivity: z.coerce.number().min(0).max(100).optional(),
  specificity: z.coerce.number().min(0).max(100).optional(),
});
type Address = z.output<typeof address>;
type SetAddress = (change: Partial<z.input<typeof address>>) => void;
type Choices = OutputOf<typeof evaluationChoices>;

/** A product's score against cancer: curves, thresholds, kinds of cancer, groups. */
export default function EvaluationPage() {
  const { text } = useText();
  const words = useEvaluationText();
  const choices = useLoad(evaluationChoices, {});
  return (
    <>
      <PageHeading title={text.statistics.evaluationTitle} lead={words.lead} />
      <Loaded query={choices}>
        {({ snapshot, products }) =>
          products.length === 0 ? (
            <Paragraph>{snapshot ? words.none : words.noSnapshot}</Paragraph>
          ) : (
            <Evaluated products={products} />
          )
        }
      </Loaded>
    </>
  );
}

const nameOf = ({ product, version }: Choices['products'][number]) => `${product} ${version}`;

function Evaluated({ products }: { readonly products: Choices['products'] }) {
  const [chosen, setChosen] = useAddress(address);
  const product = products.find((one) => nameOf(one) === chosen.product) ?? products[0];
  const { threshold, sensitivity, specificity, against } = chosen;
  const found = useLoad(
    evaluateScore,
    {
      product: product?.product ?? '',
      version: product?.version ?? '',
      score: product?.percentiles ? chosen.score : 'score',
      outcome: chosen.outcome,
      by: chosen.by,
      ...(against && products.some((one) => nameOf(one) === against) ? { against } : {}),
      ...(threshold === undefined ? {} : { threshold }),
      ...(sensitivity === undefined ? {} : { sensitivity: sensitivity / 100 }),
      ...(specificity === undefined ? {} : { specificity: specificity / 100 }),
    },
    { keep: true },
  );
  return (
    <div className="stack">
      <Filters products={products} chosen={chosen} setChosen={setChosen} percentiles={product?.percentiles ?? false} />
      <Loaded query={found}>
        {(data) => (
          <div className="stack">
            <EvaluationStats data={data} against={against} />
            <CurveParts data={data} name={product ? nameOf(product) : ''} against={against} />
            <ThresholdTable data={data} />
            <GroupParts data={data} by={chosen.by} />
            <Definition data={data} />
          </div>
        )}
      </Loaded>
    </div>
  );
}

function Filters(props: {
  readonly products: Choices['products'];
  readonly chosen: Address;
  readonly setChosen: SetAddress;
  readonly percentiles: boolean;
}) {
  const words = useEvaluationText();
  const { products, chosen, setChosen } = props;
  const current = chosen.product ?? (products[0] ? nameOf(products[0]) : '');
  return (
    <div className="filters no-print">
      <Choice label={words.product} value={current} onChange={(product) => setChosen({ product })}>
        {products.map((one) => (
          <option key={nameOf(one)}>{nameOf(one)}</option>
        ))}
      </Choice>
      {props.percentiles ? (
        <Choice
          label={words.score}
          value={chosen.score}
          onChange={(score) => setChosen({ score: score as Address['score'] })}
        >
          {evaluationScores.map((score) => (
            <option key={score} value={score}>
              {words.scores[score]}
            </option>
          ))}
        </Choice>
      ) : null}
      <Choice
        label={words.outcome}
        value={chosen.outcome}
        onChange={(outcome) => setChosen({ outcome: outcome as Address['outcome'] })}
      >
        {evaluationOutcomes.map((outcome) => (
          <option key={outcome} value={outcome}>
            {words.outcomes[outcome]}
          </option>
        ))}
      </Choice>
      <Choice label={words.by} value={chosen.by} onChange={(by) => setChosen({ by: by as Address['by'] })}>
        {evaluationDivisions.map((by) => (
          <option key={by} value={by}>
            {words.divisions[by]}
          </option>
        ))}
      </Choice>
      {products.length > 1 ? (
        <Choice label={words.against} value={chosen.against ?? ''} onChange={(against) => setChosen({ against })}>
          <option value="">{words.nothing}</option>
          {products
            .filter((one) => nameOf(one) !== current)
            .map((one) => (
              <option key={nameOf(one)}>{nameOf(one)}</option>
            ))}
        </Choice>
      ) : null}
      <Aims chosen={chosen} setChosen={setChosen} />
    </div>
  );
}

/** What thresholds are asked for besides those matched to readers and consensus. */
function Aims({ chosen, setChosen }: { readonly chosen: Address; readonly setChosen: SetAddress }) {
  const words = useEvaluationText();
  const [values, setValues] = useState({
    threshold: String(chosen.threshold ?? ''),
    sensitivity: String(chosen.sensitivity ?? ''),
    specificity: String(chosen.specificity ?? ''),
  });
  const numberOf = (value: string) => (value.trim() === '' ? undefined : Number(value.replace(',', '.')));
  const show = (event: FormEvent) => {
    event.preventDefault();
    setChosen({
      threshold: numberOf(values.threshold),
      sensitivity: numberOf(values.sensitivity),
      specificity: numberOf(values.specificity),
    } as Partial<z.input<typeof address>>);
  };
  const fields = [
    ['threshold', words.threshold],
    ['sensitivity', words.sensitivityAim],
    ['specificity', words.specificityAim],
  ] as const;
  return (
    <form className="filters" onSubmit={show}>
      {fields.map(([name, label]) => (
        <Textfield
          key={name}
          label={label}
          inputMode="decimal"
          value={values[name]}
          onChange={(event) => setValues({ ...values, [name]: event.target.value })}
        />
      ))}
      <Button type="submit" variant="secondary">
        {words.show}
      </Button>
    </form>
  );
}

function Definition({ data }: { readonly data: OutputOf<typeof evaluateScore> }) {
  const { formatDate } = useText();
  const words = useEvaluationText();
  const { id, dataCut, codeVersion } = data.snapshot;
  return (
    <Details>
      <Details.Summary>{words.definition}</Details.Summary>
      <Details.Content>
        <ul>
          {words.definitions.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Paragraph>{words.snapshot(id, formatDate(dataCut), codeVersion)}</Paragraph>
      </Details.Content>
    </Details>
  );
}
