import { PageHeading } from '../components/page-heading.tsx';
import { useText } from '../text.tsx';

export default function OverviewPage() {
  const { text } = useText();
  return <PageHeading title={text.programme.title} lead={text.programme.lead} />;
}
