import { useLingui } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import { useFront } from '../front.ts';
import classes from './home.module.css';
import { Row } from './Rows.tsx';
import { Section } from './Section.tsx';

/** What waits for the person. Calm and said in words when it is nothing. */
export function Attention() {
  const { t } = useLingui();
  const { name: firm } = useFront();
  return (
    <Section title={t`Needs your attention`} area="attention">
      <ul className={classes.rows}>
        <Row
          icon={<IconCheck size={20} stroke={2.2} />}
          tone="ok"
          title={t`Nothing needs your attention`}
          detail={t`When ${firm} needs something from you, it is listed here.`}
        />
      </ul>
    </Section>
  );
}
