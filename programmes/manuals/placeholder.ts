import type { Criterion, Edition } from '#core/manual/edition';

type Three = readonly [nb: string, nn: string, en: string];
const words = ([nb, nn, en]: Three) => ({ nb, nn, en });

/** `measured`: how many indicators of the placeholder set bear on it; those of C07 are c7-1, c7-2 and so on. */
function criterion(id: string, measured: number, title: Three, question: Three): Criterion {
  const indicators = Array.from({ length: measured }, (_, i) => `c${Number(id.slice(1))}-${i + 1}`);
  return { id, title: words(title), question: words(question), indicators };
}

/**
 * Stands in until the office loads the programme's own manual. It has the same shape (20 criteria) and is not the same
 * list: that was not found in any published source. The titles and questions are ours.
 */
export const placeholderManual: Edition = {
  id: 'placeholder',
  version: '1',
  name: words(['Kvalitetsmanual (plassholder)', 'Kvalitetsmanual (plasshaldar)', 'Quality manual (placeholder)']),
  source: 'Configuration: twenty criteria of our own, in the place of the programme’s list',
  placeholder: true,
  indicatorSet: 'placeholder-72',
  criteria: [
    criterion(
      'C01',
      2,
      ['Målgruppe og register', 'Målgruppe og register', 'Target population and register'],
      [
        'Hvordan følger senteret opp adresser og kvinner som mangler i området?',
        'Korleis følgjer senteret opp adresser og kvinner som manglar i området?',
        'How does the centre follow up addresses and women missing in its area?',
      ],
    ),
    criterion(
      'C02',
      4,
      ['Invitasjon', 'Invitasjon', 'Invitation'],
      [
        'Blir kvinnene invitert innen intervallet, og hva gjøres når det ikke går?',
        'Blir kvinnene inviterte innan intervallet, og kva blir gjort når det ikkje går?',
        'Are women invited within the interval, and what is done when they are not?',
      ],
    ),
    criterion(
      'C03',
      5,
      ['Oppmøte', 'Oppmøte', 'Participation'],
      [
        'Hvordan er oppmøtet i området, og hva gjør senteret for å holde det oppe?',
        'Korleis er oppmøtet i området, og kva gjer senteret for å halde det oppe?',
        'How is participation in the area, and what does the centre do to keep it up?',
      ],
    ),
    criterion(
      'C04',
      4,
      ['Likeverdig tilbud', 'Likeverdig tilbod', 'Equity'],
      [
        'Når tilbudet alle: språk, reisevei, nedsatt funksjonsevne?',
        'Når tilbodet alle: språk, reiseveg, nedsett funksjonsevne?',
        'Does the service reach everyone: language, distance, disability?',
      ],
    ),
    criterion(
      'C05',
      3,
      ['Informasjon og reservasjon', 'Informasjon og reservasjon', 'Information and reservation'],
      [
        'Får kvinnene informasjonen de skal ha, og blir reservasjoner fulgt?',
        'Får kvinnene informasjonen dei skal ha, og blir reservasjonar følgde?',
        'Do women get the information due to them, and are reservations followed?',
      ],
    ),
    criterion(
      'C06',
      4,
      ['Tid til svar', 'Tid til svar', 'Time to result'],
      [
        'Får kvinnene svar innen fristen, og hva gjøres når det tar lengre tid?',
        'Får kvinnene svar innan fristen, og kva blir gjort når det tek lengre tid?',
        'Do women get their result in time, and what is done when it takes longer?',
      ],
    ),
    criterion(
      'C07',
      5,
      ['Posisjonering', 'Posisjonering', 'Positioning'],
      [
        'Vurderes bildekvaliteten etter PAI, og følges den opp for hver radiograf?',
        'Blir biletkvaliteten vurdert etter PAI, og blir han følgd opp for kvar radiograf?',
        'Is image quality assessed by PAI, and followed up for each radiographer?',
      ],
    ),
    criterion(
      'C08',
      3,
      ['Omtak og teknisk ny innkalling', 'Omtak og teknisk ny innkalling', 'Retakes and technical recall'],
      [
        'Hvor ofte må bilder tas om igjen, og hva er årsakene?',
        'Kor ofte må bilete takast om att, og kva er årsakene?',
        'How often are images taken again, and why?',
      ],
    ),
    criterion(
      'C09',
      3,
      ['Stråledose og kompresjon', 'Stråledose og kompresjon', 'Dose and compression'],
      [
        'Måles dose og kompresjon, og ligger de innenfor grensene?',
        'Blir dose og kompresjon målt, og ligg dei innanfor grensene?',
        'Are dose and compression measured, and within limits?',
      ],
    ),
    criterion(
      'C10',
      4,
      ['Teknisk kvalitetskontroll', 'Teknisk kvalitetskontroll', 'Equipment constancy'],
      [
        'Er kontrollene av apparater og skjermer gjort til rett tid, og fulgt opp når de ikke besto?',
        'Er kontrollane av apparat og skjermar gjorde til rett tid, og følgde opp når dei ikkje bestod?',
        'Were tests of machines and displays done in time, and followed up when failed?',
      ],
    ),
    criterion(
      'C11',
      4,
      ['Tyding', 'Tyding', 'Reading'],
      [
        'Har hver leser stort nok volum, og ser de sine egne tall?',
        'Har kvar lesar stort nok volum, og ser dei sine eigne tal?',
        'Does each reader have enough volume, and see her own figures?',
      ],
    ),
    criterion(
      'C12',
      2,
      ['Konsensus', 'Konsensus', 'Consensus'],
      [
        'Hvor ofte møtes konsensus, hvem deltar, og hvor stor andel avvises?',
        'Kor ofte møtest konsensus, kven deltek, og kor stor del blir avvist?',
        'How often does consensus meet, who takes part, and what share is dismissed?',
      ],
    ),
    criterion(
      'C13',
      4,
      ['Etterundersøkelse', 'Etterundersøking', 'Recall'],
      [
        'Ligger andelen innkalt til etterundersøkelse der den skal, for første og senere runder?',
        'Ligg delen kalla inn til etterundersøking der han skal, for første og seinare rundar?',
        'Is the recall rate where it should be, for first and later rounds?',
      ],
    ),
    criterion(
      'C14',
      3,
      ['Tid til etterundersøkelse', 'Tid til etterundersøking', 'Time to assessment'],
      [
        'Får kvinnene tilbud om etterundersøkelse innen fristen?',
        'Får kvinnene tilbod om etterundersøking innan fristen?',
        'Are women offered assessment in time?',
      ],
    ),
    criterion(
      'C15',
      4,
      ['Biopsi', 'Biopsi', 'Needle biopsy'],
      [
        'Er prøvene gode nok til å stille diagnosen før operasjon?',
        'Er prøvane gode nok til å stille diagnosen før operasjon?',
        'Are samples good enough to make the diagnosis before surgery?',
      ],
    ),
    criterion(
      'C16',
      4,
      ['Kreft funnet ved screening', 'Kreft funnen ved screening', 'Cancer detection'],
      [
        'Finner senteret den kreften som er å vente?',
        'Finn senteret den kreften som er å vente?',
        'Does the centre find the cancer to be expected?',
      ],
    ),
    criterion(
      'C17',
      5,
      ['Svulstenes kjennetegn', 'Kjenneteikn ved svulstane', 'Tumour characteristics'],
      [
        'Finnes svulstene mens de er små og uten spredning?',
        'Blir svulstane funne medan dei er små og utan spreiing?',
        'Are tumours found while small and without spread?',
      ],
    ),
    criterion(
      'C18',
      4,
      ['Intervallkreft', 'Intervallkreft', 'Interval cancer'],
      [
        'Blir intervallkreft gjennomgått, og hva er lært?',
        'Blir intervallkreft gjennomgått, og kva er lært?',
        'Are interval cancers reviewed, and what has been learnt?',
      ],
    ),
    criterion(
      'C19',
      2,
      ['Overgang til behandling', 'Overgang til behandling', 'Treatment interface'],
      [
        'Hvor lang tid går det til behandling, og hvem følger opp?',
        'Kor lang tid går det til behandling, og kven følgjer opp?',
        'How long does it take to treatment, and who follows up?',
      ],
    ),
    criterion(
      'C20',
      3,
      ['Kompetanse', 'Kompetanse', 'Competence'],
      [
        'Har alle som tyder og tar bilder fått den opplæringen de skal ha?',
        'Har alle som tyder og tek bilete fått den opplæringa dei skal ha?',
        'Has everyone who reads and takes images had the training due to them?',
      ],
    ),
  ],
};
