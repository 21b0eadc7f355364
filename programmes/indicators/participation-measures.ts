import { among, areas, type MeasureEntry, notMeasured, percent, places, words } from './measure.ts';

/** What is counted among `among.invited` waits, and leaves out, as it does. */
const invitedInTime = {
  exclusions: words(
    'Kvinner invitert mindre enn seks måneder før data ble hentet, og kvinner som døde, flyttet ut eller ble tatt ut av runden.',
    'Kvinner inviterte mindre enn seks månader før data vart henta, og kvinner som døydde, flytta ut eller vart tekne ut av runden.',
    'Women invited less than six months before the data cut, and women who died, emigrated or were withdrawn from the round.',
  ),
  followUpMonths: 6,
} as const;

/** Who is invited, and who comes. */
export const participationMeasures = {
  coverage: {
    name: words('Dekning', 'Dekning', 'Coverage'),
    definition: words(
      'Kvinner i målgruppen ved årets slutt som er undersøkt i programmet de siste 24 månedene.',
      'Kvinner i målgruppa ved slutten av året som er undersøkte i programmet dei siste 24 månadene.',
      'Women in the target group at the end of the year who were screened in the programme within 24 months.',
    ),
    measure: percent(['is', 'screened_24_months'], ['all'], { fact: 'person-year', year: 'year' }),
    direction: 'higher',
    levels: areas,
  },
  participation: {
    name: words('Oppmøte', 'Oppmøte', 'Participation'),
    definition: words(
      'Inviterte kvinner som ble undersøkt i runden.',
      'Inviterte kvinner som vart undersøkte i runden.',
      'Women invited who were screened in the episode.',
    ),
    measure: percent(['is', 'screened'], among.invited, { year: 'invited_year' }),
    direction: 'higher',
    ...invitedInTime,
    levels: places,
  },
  afterReminder: {
    name: words('Oppmøte etter påminning', 'Oppmøte etter påminning', 'Participation after a reminder'),
    definition: words(
      'Kvinner som fikk ny time etter at de ikke møtte, og som ble undersøkt.',
      'Kvinner som fekk ny time etter at dei ikkje møtte, og som vart undersøkte.',
      'Women given a new time after not attending who were then screened.',
    ),
    measure: percent(['is', 'screened_after_reminder'], ['all', ...tail(among.invited), ['is', 'reminded']], {
      year: 'invited_year',
    }),
    direction: 'higher',
    ...invitedInTime,
    levels: places,
  },
  reinvited: {
    name: words('Innkalt igjen i tide', 'Kalla inn att i tide', 'Re-invited in time'),
    definition: words(
      'Kvinner med en tidligere runde som fikk første time senest 26 måneder etter første time i runden før (24 måneder og to til, som programmet tillater).',
      'Kvinner med ein tidlegare runde som fekk første time seinast 26 månader etter første time i runden før (24 månader og to til, som programmet tillèt).',
      'Women with an earlier round whose first appointment came within 26 months of the first of the round before (24 and the programme’s tolerance of two).',
    ),
    measure: percent(['le', 'interval_months', 26], ['known', 'interval_months'], { year: 'invited_year' }),
    direction: 'higher',
    levels: areas,
  },
  reinvitedPlusSix: {
    name: words('Innkalt igjen innen 30 måneder', 'Kalla inn att innan 30 månader', 'Re-invited within 30 months'),
    definition: words(
      'Kvinner med en tidligere runde som fikk første time senest 30 måneder etter første time i runden før.',
      'Kvinner med ein tidlegare runde som fekk første time seinast 30 månader etter første time i runden før.',
      'Women with an earlier round whose first appointment came within 30 months of the first of the round before.',
    ),
    measure: percent(['le', 'interval_months', 30], ['known', 'interval_months'], { year: 'invited_year' }),
    direction: 'higher',
    levels: areas,
  },
  bornAbroad: {
    name: words('Oppmøte, født utenfor Norge', 'Oppmøte, fødd utanfor Noreg', 'Participation, born outside Norway'),
    definition: words(
      'Inviterte kvinner født utenfor Norge som ble undersøkt i runden.',
      'Inviterte kvinner fødde utanfor Noreg som vart undersøkte i runden.',
      'Women invited who were born outside Norway and were screened in the episode.',
    ),
    measure: percent(
      ['is', 'screened'],
      ['all', ...tail(among.invited), ['known', 'country_of_birth'], ['not', ['eq', 'country_of_birth', 'NO']]],
      { year: 'invited_year' },
    ),
    direction: 'higher',
    ...invitedInTime,
    levels: areas,
  },
  farAway: {
    name: words('Oppmøte, over 50 km til enheten', 'Oppmøte, over 50 km til eininga', 'Participation, over 50 km away'),
    definition: words(
      'Inviterte kvinner med mer enn 50 km i luftlinje til enheten, som ble undersøkt i runden.',
      'Inviterte kvinner med meir enn 50 km i luftlinje til eininga, som vart undersøkte i runden.',
      'Women invited living more than 50 km from the unit as the crow flies who were screened in the episode.',
    ),
    measure: percent(['is', 'screened'], ['all', ...tail(among.invited), ['gt', 'distance_km', 50]], {
      year: 'invited_year',
    }),
    direction: 'higher',
    ...invitedInTime,
    levels: areas,
  },
  youngest: {
    name: words('Oppmøte, 50–54 år', 'Oppmøte, 50–54 år', 'Participation, 50–54 years'),
    definition: words(
      'Inviterte kvinner på 50–54 år som ble undersøkt i runden.',
      'Inviterte kvinner på 50–54 år som vart undersøkte i runden.',
      'Women invited aged 50–54 who were screened in the episode.',
    ),
    measure: percent(['is', 'screened'], ['all', ...tail(among.invited), ['ge', 'age', 50], ['le', 'age', 54]], {
      year: 'invited_year',
    }),
    direction: 'higher',
    ...invitedInTime,
    levels: areas,
  },
  declined: {
    name: words('Takket nei', 'Takka nei', 'Declined'),
    definition: words(
      'Inviterte kvinner som ga beskjed om at de ikke ville delta i runden.',
      'Inviterte kvinner som gav beskjed om at dei ikkje ville delta i runden.',
      'Women invited who said that they did not want to take part in the round.',
    ),
    measure: percent(['eq', 'outcome', 'declined'], among.invited, { year: 'invited_year' }),
    direction: 'neither',
    ...invitedInTime,
    levels: areas,
  },
  education: {
    name: words('Oppmøte etter utdanning', 'Oppmøte etter utdanning', 'Participation by education'),
    definition: words(
      'Oppmøte blant kvinner med ulik utdanning.',
      'Oppmøte blant kvinner med ulik utdanning.',
      'Participation among women of different education.',
    ),
    measure: notMeasured(
      'utdanning, som folkeregisteret ikke gir (kobling mot Statistisk sentralbyrå)',
      'utdanning, som folkeregisteret ikkje gir (kopling mot Statistisk sentralbyrå)',
      'education, which the population register does not give (linkage with Statistics Norway)',
    ),
    direction: 'neither',
    levels: ['nation'],
  },
} as const satisfies Readonly<Record<string, MeasureEntry>>;

/** The parts of an `all`. */
function tail<const Parts extends readonly unknown[]>(condition: readonly ['all', ...Parts]): Parts {
  const [, ...parts] = condition;
  return parts as unknown as Parts;
}
