import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row of care.client; columns only. */
@Entity({ name: 'client', schema: 'care' })
export class ClientEntity {
  @PrimaryColumn('uuid') practiceId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') ownerOrgId: string;
  @Column('text', { nullable: true }) hisNumber: string | null;
  @Column('bytea', { nullable: true }) bsnCipher: Buffer | null;
  @Column('bytea', { nullable: true }) bsnBidx: Buffer | null;
  @Column('text', { nullable: true }) initials: string | null;
  @Column('text', { nullable: true }) givenName: string | null;
  @Column('text', { nullable: true }) namePrefix: string | null;
  @Column('text') familyName: string;
  @Column('text', { nullable: true }) partnerPrefix: string | null;
  @Column('text', { nullable: true }) partnerFamilyName: string | null;
  @Column('text') nameUse: string;
  @Column('text') sortName: string;
  @Column('text') searchText: string;
  @Column('text') duplicateKey: string;
  @Column('text') sex: string;
  @Column('date') birthDate: string;
  @Column('text', { nullable: true }) street: string | null;
  @Column('text', { nullable: true }) houseNumber: string | null;
  @Column('text', { nullable: true }) houseSuffix: string | null;
  @Column('text', { nullable: true }) postcode: string | null;
  @Column('text', { nullable: true }) city: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('boolean') livesAtHome: boolean;
  @Column('text') status: string;
  @Column('date', { nullable: true }) statusOn: string | null;
  @Column('uuid', { nullable: true }) gpId: string | null;
  @Column('uuid', { nullable: true }) caseManagerId: string | null;
  @Column('text') language: string;
  @Column('boolean') interpreter: boolean;
  @Column('boolean') largePrint: boolean;
  @Column('text') hearing: string;
  @Column('text') seeing: string;
  @Column('text', { nullable: true }) aid: string | null;
  @Column('text', { nullable: true }) preferredChannel: string | null;
  @Column('text', { nullable: true }) preferredMoment: string | null;
  @Column('text', { nullable: true }) gettingIn: string | null;
  @Column('text', { nullable: true }) atTheDoor: string | null;
  @Column('boolean') noPost: boolean;
  @Column('text', { nullable: true }) noPostReason: string | null;
  @Column('jsonb', { nullable: true }) letterAddress: object | null;
  @Column('date', { nullable: true }) doNotInviteOn: string | null;
  @Column('text', { nullable: true }) doNotInviteReason: string | null;
  @Column('boolean') restricted: boolean;
}
