import { PLAN_LAYOUTS, type PlanLayout } from '@samenoud/domain';
import { useSearchParams } from 'react-router';

/** How the plan is laid out, from the address: so it is kept when one comes back, and can be passed on. */
export function usePlanLayout(): [PlanLayout, (layout: PlanLayout) => void] {
  const [address, setAddress] = useSearchParams();
  const layout = PLAN_LAYOUTS.find((one) => one === address.get('layout')) ?? 'BY_CHOICE';
  return [
    layout,
    (chosen) =>
      setAddress(
        (before) => {
          const after = new URLSearchParams(before);
          if (chosen === 'BY_CHOICE') after.delete('layout');
          else after.set('layout', chosen);
          return after;
        },
        { replace: true },
      ),
  ];
}
