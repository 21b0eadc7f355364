/** Letters in nynorsk, block by block as the bokmål master. */
import type { LetterTexts } from '#core/messaging/letter';
import { factSheet as f } from '../breast-no/fact-sheet.ts';
import { languageNames } from './language-names.ts';

export const nn: LetterTexts = {
  language: 'nn',
  sender: 'Mammografiprogrammet',
  labels: { when: 'Tid', where: 'Stad', reference: 'Referanse', page: 'Side', of: 'av' },
  arranged: {
    label: 'Lagt til rette',
    interpreter: 'tolk ({language})',
    longer: 'ekstra god tid',
    stepFree: 'tilkomst utan trapper',
    languageNames: languageNames.nn,
  },
  contact: {
    withPhone: 'Har du spørsmål, ring oss på telefon {phone}. Oppgi gjerne referansen øvst i brevet.',
    withoutPhone: 'Har du spørsmål, ta kontakt med {centre}. Oppgi gjerne referansen øvst i brevet.',
  },
  facts: [
    { kind: 'heading', text: 'Fordelar og ulemper ved mammografi' },
    { kind: 'paragraph', text: 'Du bestemmer sjølv om du vil delta. Her er det vi veit, så du kan velje.' },
    { kind: 'heading', text: 'Av 1000 kvinner som møter til éi undersøking' },
    {
      kind: 'list',
      items: [
        `blir om lag ${f.recalledOf1000} kalla inn til fleire undersøkingar. Dei fleste av dei har ikkje brystkreft.`,
        `får om lag ${f.cancerFoundOf1000} påvist brystkreft.`,
        `får om lag ${f.intervalCancerOf1000} brystkreft i tida før neste undersøking, sjølv om svaret var normalt.`,
      ],
    },
    { kind: 'heading', text: 'Fordelen' },
    {
      kind: 'paragraph',
      text: `Av 1000 kvinner som blir inviterte kvart anna år i 20 år, unngår om lag ${f.deathsPreventedOf1000} å døy av brystkreft, ifølgje ein norsk studie (éi for kvar ${f.invitedPerDeathPrevented.estimate}, uvisse ${f.invitedPerDeathPrevented.low} til ${f.invitedPerDeathPrevented.high}).`,
    },
    { kind: 'heading', text: 'Ulempene' },
    {
      kind: 'list',
      items: [
        `Av 1000 kvinner som møter ti gonger, blir om lag ${f.everFalseAlarmOf1000In10Rounds} minst éin gong kalla inn til fleire undersøkingar utan å ha brystkreft.`,
        `Nokre får behandling for ein kreft som aldri ville ha gitt plager. Forskarane er usamde om kor mange: frå nesten ingen til ${f.overdiagnosedOf100AtMost} av 100 som får brystkreft i åra dei er med.`,
        'Bileta blir tekne med små stråledosar, og brysta blir pressa saman. Det kan vere ubehageleg.',
      ],
    },
    {
      kind: 'paragraph',
      text: 'Kjenner du ein kul eller ei anna endring i brystet, så kontakt fastlegen. Ikkje vent på neste time hos oss.',
    },
    { kind: 'heading', text: 'Opplysningar om deg' },
    {
      kind: 'paragraph',
      text: 'Du kan seie frå at du ikkje vil ha fleire invitasjonar. Du kan også reservere deg mot at vi lagrar personopplysningar saman med normale svar. Det er to ulike val.',
    },
    { kind: 'small', text: `Kjelder: ${f.sources}.` },
  ],
  letters: {
    invitation: {
      title: 'Time til mammografi',
      blocks: [
        { kind: 'paragraph', text: 'Du får tilbod om mammografi. Vi har sett av ein time til deg:' },
        { kind: 'appointment' },
        {
          kind: 'paragraph',
          text: 'Det er frivillig å delta. Passar ikkje timen, eller vil du ikkje delta, så sei frå på Mi side eller ring oss. Då kan nokon andre få timen.',
        },
        { kind: 'heading', text: 'Ring oss før timen dersom du' },
        {
          kind: 'list',
          items: [
            'har teke mammografi i løpet av dei siste seks månadene',
            'går til kontroll etter operasjon for brystkreft, og det ikkje er avtalt at kontrollen skal vere hos oss',
            'bruker rullestol, har ei funksjonsnedsetjing eller treng at vi legg til rette for deg',
          ],
        },
        { kind: 'heading', text: 'Slik går det føre seg' },
        {
          kind: 'paragraph',
          text: 'Ein radiograf stiller deg nokre spørsmål og tek to bilete av kvart bryst. To legar ser på bileta, kvar for seg. Du får svar skriftleg, vanlegvis etter to til fire veker.',
        },
        { kind: 'contact' },
        { kind: 'facts' },
      ],
    },
    reminder: {
      title: 'Ny time til mammografi',
      blocks: [
        {
          kind: 'paragraph',
          text: 'Du kom ikkje til timen vi hadde sett av til deg. Tilbodet gjeld framleis, og du har fått ein ny time:',
        },
        { kind: 'appointment' },
        {
          kind: 'paragraph',
          text: 'Det er frivillig å delta. Passar ikkje timen, eller vil du ikkje delta, så sei frå på Mi side eller ring oss. Då kan nokon andre få timen.',
        },
        {
          kind: 'paragraph',
          text: 'Har du teke mammografi dei siste seks månadene, eller går du til kontroll etter brystkreft, så ring oss før timen.',
        },
        { kind: 'contact' },
        { kind: 'facts' },
      ],
    },
    'result-normal': {
      title: 'Svar på mammografi',
      blocks: [
        { kind: 'paragraph', needs: 'screenedOn', text: 'Du tok mammografi {screenedOn}.' },
        { kind: 'paragraph', text: 'Bileta viste ingen teikn til brystkreft.' },
        { kind: 'paragraph', text: 'Du får ny invitasjon om omtrent to år, så lenge du er i målgruppa.' },
        {
          kind: 'paragraph',
          text: 'Mammografi finn ikkje all brystkreft, og brystkreft kan oppstå mellom to undersøkingar. Kjenner du ein kul eller ei anna endring i brystet, så kontakt fastlegen, også om det er kort tid sidan du var hos oss.',
        },
        { kind: 'contact' },
      ],
    },
    recall: {
      title: 'Time til fleire undersøkingar',
      blocks: [
        {
          kind: 'paragraph',
          text: 'Vi treng fleire bilete og undersøkingar før vi kan gi deg eit sikkert svar. Du har fått time hos {centre}:',
        },
        { kind: 'appointment' },
        {
          kind: 'paragraph',
          text: 'Vi forstår at dette kan gjere deg uroleg. Dei fleste som blir kalla inn slik, har ikkje brystkreft.',
        },
        { kind: 'heading', text: 'Slik går det føre seg' },
        {
          kind: 'paragraph',
          text: 'Vi tek som regel nye røntgenbilete og undersøkjer brysta med ultralyd. Nokre gonger tek vi ei vevsprøve. Ein lege snakkar med deg om det vi finn. Ta gjerne med deg ein du er trygg på.',
        },
        { kind: 'paragraph', text: 'Passar ikkje timen, så ring oss. Vi finn ei ny tid saman med deg.' },
        { kind: 'contact' },
      ],
    },
    'technical-recall': {
      title: 'Ny time til mammografi: bileta må takast på nytt',
      blocks: [
        {
          kind: 'paragraph',
          text: 'Bileta vi tok av deg, vart ikkje gode nok til å gi eit svar. Det kjem av bileta, ikkje av noko vi har sett i brysta. Vi vil gjerne ta dei på nytt:',
        },
        { kind: 'appointment' },
        {
          kind: 'paragraph',
          text: 'Vi er leie for bryet. Passar ikkje timen, så ring oss, eller vel ein annan på Mi side.',
        },
        { kind: 'contact' },
      ],
    },
    moved: {
      title: 'Timen din er flytta',
      titleWithoutDay: 'Timen din gjeld ikkje lenger: du får ein ny',
      titleStands: 'Timen din gjeld likevel',
      blocks: [
        {
          kind: 'paragraph',
          needs: 'day',
          movedBy: 'woman',
          text: 'Timen din til mammografi er flytta, slik du ønskte. Det er denne timen som gjeld no:',
        },
        {
          kind: 'paragraph',
          needs: 'day',
          movedBy: 'programme',
          text: 'Vi har måtta flytte timen din til mammografi. Det er denne timen som gjeld no:',
        },
        {
          kind: 'paragraph',
          movedBy: 'nobody',
          text: 'Du har fått melding om at timen din til mammografi var avlyst. Det er teke tilbake, og timen gjeld:',
        },
        { kind: 'appointment', needs: 'day' },
        {
          kind: 'paragraph',
          needs: 'previousDay',
          text: 'Timen du hadde {previousDay} {previousTime}, gjeld ikkje lenger.',
        },
        {
          kind: 'paragraph',
          lacks: 'day',
          text: 'Vi kan dessverre ikkje ta imot deg då. Du får ein ny time av oss i eit eige brev. Du treng ikkje gjere noko.',
        },
        { kind: 'paragraph', movedBy: 'programme', text: 'Vi er leie for bryet.' },
        {
          kind: 'paragraph',
          needs: 'day',
          movedBy: 'programme',
          text: 'Passar ikkje den nye timen, så ring oss, eller vel ein annan på Mi side.',
        },
        { kind: 'contact' },
      ],
    },
    cancelled: {
      title: 'Timen din er avlyst',
      blocks: [
        { kind: 'paragraph', needs: 'day', text: 'Timen din til mammografi {day} {time} er avlyst.' },
        { kind: 'paragraph', text: 'Vil du ha ein ny time, så ring oss.' },
        { kind: 'contact' },
      ],
    },
    'assessment-result': {
      title: 'Svar etter fleire undersøkingar',
      blocks: [
        { kind: 'paragraph', text: 'Du har vore til fleire undersøkingar hos {centre}.' },
        { kind: 'paragraph', result: 'negative', text: 'Undersøkingane viste ingen teikn til brystkreft.' },
        { kind: 'paragraph', result: 'benign', text: 'Undersøkingane viste ei godarta endring. Det er ikkje kreft.' },
        {
          kind: 'paragraph',
          text: 'Du får ny invitasjon til mammografi om omtrent to år, så lenge du er i målgruppa.',
        },
        { kind: 'paragraph', text: 'Kjenner du ein kul eller ei anna endring i brystet, så kontakt fastlegen.' },
        { kind: 'contact' },
      ],
    },
  },
};
