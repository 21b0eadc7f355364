/** Letters in bokmål: the master text. Wording is the project's own, in plain language; weeks until the answer: domain norm 2-4. */
import type { LetterTexts } from '#core/messaging/letter';
import { factSheet as f } from '../breast-no/fact-sheet.ts';
import { languageNames } from './language-names.ts';

export const nb: LetterTexts = {
  language: 'nb',
  sender: 'Mammografiprogrammet',
  labels: { when: 'Tid', where: 'Sted', reference: 'Referanse', page: 'Side', of: 'av' },
  arranged: {
    label: 'Lagt til rette',
    interpreter: 'tolk ({language})',
    longer: 'ekstra god tid',
    stepFree: 'adkomst uten trapper',
    languageNames: languageNames.nb,
  },
  contact: {
    withPhone: 'Har du spørsmål, ring oss på telefon {phone}. Oppgi gjerne referansen øverst i brevet.',
    withoutPhone: 'Har du spørsmål, ta kontakt med {centre}. Oppgi gjerne referansen øverst i brevet.',
  },
  facts: [
    { kind: 'heading', text: 'Fordeler og ulemper ved mammografi' },
    { kind: 'paragraph', text: 'Du bestemmer selv om du vil delta. Her er det vi vet, så du kan velge.' },
    { kind: 'heading', text: 'Av 1000 kvinner som møter til én undersøkelse' },
    {
      kind: 'list',
      items: [
        `blir om lag ${f.recalledOf1000} kalt inn til flere undersøkelser. De fleste av dem har ikke brystkreft.`,
        `får om lag ${f.cancerFoundOf1000} påvist brystkreft.`,
        `får om lag ${f.intervalCancerOf1000} brystkreft i tiden før neste undersøkelse, selv om svaret var normalt.`,
      ],
    },
    { kind: 'heading', text: 'Fordelen' },
    {
      kind: 'paragraph',
      text: `Av 1000 kvinner som blir invitert hvert annet år i 20 år, unngår om lag ${f.deathsPreventedOf1000} å dø av brystkreft, ifølge en norsk studie (én for hver ${f.invitedPerDeathPrevented.estimate}, usikkerhet ${f.invitedPerDeathPrevented.low} til ${f.invitedPerDeathPrevented.high}).`,
    },
    { kind: 'heading', text: 'Ulempene' },
    {
      kind: 'list',
      items: [
        `Av 1000 kvinner som møter ti ganger, blir om lag ${f.everFalseAlarmOf1000In10Rounds} minst én gang kalt inn til flere undersøkelser uten å ha brystkreft.`,
        `Noen får behandling for en kreft som aldri ville ha gitt plager. Forskerne er uenige om hvor mange: fra nesten ingen til ${f.overdiagnosedOf100AtMost} av 100 som får brystkreft i årene de er med.`,
        'Bildene tas med små stråledoser, og brystene presses sammen. Det kan være ubehagelig.',
      ],
    },
    {
      kind: 'paragraph',
      text: 'Kjenner du en kul eller en annen forandring i brystet, så kontakt fastlegen. Ikke vent på neste time hos oss.',
    },
    { kind: 'heading', text: 'Opplysninger om deg' },
    {
      kind: 'paragraph',
      text: 'Du kan si fra at du ikke vil ha flere invitasjoner. Du kan også reservere deg mot at vi lagrer personopplysninger sammen med normale svar. Det er to forskjellige valg.',
    },
    { kind: 'small', text: `Kilder: ${f.sources}.` },
  ],
  letters: {
    invitation: {
      title: 'Time til mammografi',
      blocks: [
        { kind: 'paragraph', text: 'Du får tilbud om mammografi. Vi har satt av en time til deg:' },
        { kind: 'appointment' },
        {
          kind: 'paragraph',
          text: 'Det er frivillig å delta. Passer ikke timen, eller vil du ikke delta, så si fra på Min side eller ring oss. Da kan noen andre få timen.',
        },
        { kind: 'heading', text: 'Ring oss før timen hvis du' },
        {
          kind: 'list',
          items: [
            'har tatt mammografi i løpet av de siste seks månedene',
            'går til kontroll etter operasjon for brystkreft, og det ikke er avtalt at kontrollen skal være hos oss',
            'bruker rullestol, har en funksjonsnedsettelse eller trenger at vi legger til rette for deg',
          ],
        },
        { kind: 'heading', text: 'Slik foregår det' },
        {
          kind: 'paragraph',
          text: 'En radiograf stiller deg noen spørsmål og tar to bilder av hvert bryst. To leger ser på bildene, hver for seg. Du får svar skriftlig, vanligvis etter to til fire uker.',
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
          text: 'Du kom ikke til timen vi hadde satt av til deg. Tilbudet gjelder fortsatt, og du har fått en ny time:',
        },
        { kind: 'appointment' },
        {
          kind: 'paragraph',
          text: 'Det er frivillig å delta. Passer ikke timen, eller vil du ikke delta, så si fra på Min side eller ring oss. Da kan noen andre få timen.',
        },
        {
          kind: 'paragraph',
          text: 'Har du tatt mammografi de siste seks månedene, eller går du til kontroll etter brystkreft, så ring oss før timen.',
        },
        { kind: 'contact' },
        { kind: 'facts' },
      ],
    },
    'result-normal': {
      title: 'Svar på mammografi',
      blocks: [
        { kind: 'paragraph', needs: 'screenedOn', text: 'Du tok mammografi {screenedOn}.' },
        { kind: 'paragraph', text: 'Bildene viste ingen tegn til brystkreft.' },
        { kind: 'paragraph', text: 'Du får ny invitasjon om omtrent to år, så lenge du er i målgruppen.' },
        {
          kind: 'paragraph',
          text: 'Mammografi finner ikke all brystkreft, og brystkreft kan oppstå mellom to undersøkelser. Kjenner du en kul eller en annen forandring i brystet, så kontakt fastlegen, også om det er kort tid siden du var hos oss.',
        },
        { kind: 'contact' },
      ],
    },
    recall: {
      title: 'Time til flere undersøkelser',
      blocks: [
        {
          kind: 'paragraph',
          text: 'Vi trenger flere bilder og undersøkelser før vi kan gi deg et sikkert svar. Du har fått time hos {centre}:',
        },
        { kind: 'appointment' },
        {
          kind: 'paragraph',
          text: 'Vi forstår at dette kan gjøre deg urolig. De fleste som blir kalt inn slik, har ikke brystkreft.',
        },
        { kind: 'heading', text: 'Slik foregår det' },
        {
          kind: 'paragraph',
          text: 'Vi tar som regel nye røntgenbilder og undersøker brystene med ultralyd. Noen ganger tar vi en vevsprøve. En lege snakker med deg om det vi finner. Ta gjerne med deg en du er trygg på.',
        },
        { kind: 'paragraph', text: 'Passer ikke timen, så ring oss. Vi finner en ny tid sammen med deg.' },
        { kind: 'contact' },
      ],
    },
    'technical-recall': {
      title: 'Ny time til mammografi: bildene må tas om igjen',
      blocks: [
        {
          kind: 'paragraph',
          text: 'Bildene vi tok av deg, ble ikke gode nok til å gi et svar. Det skyldes bildene, ikke noe vi har sett i brystene. Vi vil gjerne ta dem om igjen:',
        },
        { kind: 'appointment' },
        {
          kind: 'paragraph',
          text: 'Vi beklager bryet. Passer ikke timen, så ring oss, eller velg en annen på Min side.',
        },
        { kind: 'contact' },
      ],
    },
    moved: {
      title: 'Timen din er flyttet',
      titleWithoutDay: 'Timen din gjelder ikke lenger: du får en ny',
      titleStands: 'Timen din gjelder likevel',
      blocks: [
        {
          kind: 'paragraph',
          needs: 'day',
          movedBy: 'woman',
          text: 'Timen din til mammografi er flyttet, slik du ønsket. Det er denne timen som gjelder nå:',
        },
        {
          kind: 'paragraph',
          needs: 'day',
          movedBy: 'programme',
          text: 'Vi har måttet flytte timen din til mammografi. Det er denne timen som gjelder nå:',
        },
        {
          kind: 'paragraph',
          movedBy: 'nobody',
          text: 'Du har fått beskjed om at timen din til mammografi var avlyst. Det er tatt tilbake, og timen gjelder:',
        },
        { kind: 'appointment', needs: 'day' },
        {
          kind: 'paragraph',
          needs: 'previousDay',
          text: 'Timen du hadde {previousDay} {previousTime}, gjelder ikke lenger.',
        },
        {
          kind: 'paragraph',
          lacks: 'day',
          text: 'Vi kan dessverre ikke ta imot deg da. Du får en ny time av oss i et eget brev. Du trenger ikke gjøre noe.',
        },
        { kind: 'paragraph', movedBy: 'programme', text: 'Vi beklager bryet.' },
        {
          kind: 'paragraph',
          needs: 'day',
          movedBy: 'programme',
          text: 'Passer ikke den nye timen, så ring oss, eller velg en annen på Min side.',
        },
        { kind: 'contact' },
      ],
    },
    cancelled: {
      title: 'Timen din er avlyst',
      blocks: [
        { kind: 'paragraph', needs: 'day', text: 'Timen din til mammografi {day} {time} er avlyst.' },
        { kind: 'paragraph', text: 'Vil du ha en ny time, så ring oss.' },
        { kind: 'contact' },
      ],
    },
    'assessment-result': {
      title: 'Svar etter flere undersøkelser',
      blocks: [
        { kind: 'paragraph', text: 'Du har vært til flere undersøkelser hos {centre}.' },
        { kind: 'paragraph', result: 'negative', text: 'Undersøkelsene viste ingen tegn til brystkreft.' },
        {
          kind: 'paragraph',
          result: 'benign',
          text: 'Undersøkelsene viste en godartet forandring. Det er ikke kreft.',
        },
        {
          kind: 'paragraph',
          text: 'Du får ny invitasjon til mammografi om omtrent to år, så lenge du er i målgruppen.',
        },
        { kind: 'paragraph', text: 'Kjenner du en kul eller en annen forandring i brystet, så kontakt fastlegen.' },
        { kind: 'contact' },
      ],
    },
  },
};
