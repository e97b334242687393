/** What an export reads of one row of the access log, as its overviews answer it. */
export interface AccessLogEvent {
  readonly id: string;
  readonly occurredAt: string;
  readonly type: string;
  readonly action: string;
  readonly outcome: string;
  readonly purpose: string;
  readonly objectType: string;
  readonly emergency: boolean;
  readonly person: {
    readonly userId: string | null;
    readonly displayName: string | null;
    readonly role: string | null;
    readonly organisation: string | null;
  };
}
