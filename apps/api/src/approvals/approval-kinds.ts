import type { StaffRole } from '@samenoud/domain';

/** Ids and codes of the act; content stays in the tables it belongs to. */
export type ApprovalSubject = Readonly<Record<string, unknown>>;

/** What a slice says about its acts for two people. */
export interface ApprovalKind {
  /** Whether somebody in this role may be the second person; asked before anything is read. */
  readonly mayDecide: (role: StaffRole) => boolean;
  /** Whether this person may decide this one, in the transaction of the decision. Throws DomainError. */
  readonly check?: (subject: ApprovalSubject) => Promise<void>;
  /** Does what was asked, in the transaction of the decision. Throws DomainError: then nothing is decided either. */
  readonly carryOut: (subject: ApprovalSubject, approvalId: string) => Promise<void>;
  /** Follows a refusal or a withdrawal, in the same transaction. */
  readonly drop?: (subject: ApprovalSubject) => Promise<void>;
  /** Approving takes a second factor of at most five minutes old. */
  readonly stepUp?: boolean;
}

export interface AskOptions {
  /** Clients it is about; at most 20 of them are shown by name, to whom may see them. */
  readonly clientIds?: readonly string[];
  /** Account of the person it is about, who can never decide it. */
  readonly aboutAccountId?: string;
  readonly reason?: string;
}
