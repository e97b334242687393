import classes from './page.module.css';

export type Choice = { value: string; label: string };
type Props = {
  name: string;
  choices: readonly Choice[];
  value: string | undefined;
  onChange: (value: string) => void;
  /** Marks stand beside each other. */
  isMarks?: boolean;
};

/** Plain radios, each as large as its whole line. */
export function ChoiceList({ name, choices, value, onChange, isMarks = false }: Props) {
  return (
    <div className={`${classes['choices']} ${isMarks ? classes['marks'] : ''}`}>
      {choices.map((choice) => (
        <label key={choice.value} className={classes['choice']}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
