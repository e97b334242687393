import { Button, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type DragEvent, type FormEvent, useRef, useState } from 'react';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { importQuery, uploadImport } from './import-queries.ts';
import classes from './client-imports.module.css';

/** The file from the HIS: chosen, or dropped on this panel. It is judged at once; nothing changes yet. */
export function UploadFile({ onTaken }: { onTaken: (id: string) => void }) {
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [source, setSource] = useState('');
  const [isOver, setOver] = useState(false);
  const upload = useMutation({
    mutationFn: uploadImport,
    onSuccess: (taken) => {
      queries.setQueryData(importQuery(taken.id).queryKey, taken);
      onTaken(taken.id);
    },
  });

  function take(file: File | undefined): void {
    if (file !== undefined && !upload.isPending) upload.mutate({ file, source });
    if (input.current !== null) input.current.value = '';
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  }

  return (
    <form
      className={classes['upload']}
      onSubmit={(event: FormEvent) => event.preventDefault()}
      aria-labelledby="upload-title"
    >
      <h2 id="upload-title">{text('clientImports.upload.title')}</h2>
      {upload.isError && <ProblemSummary error={upload.error} />}
      <TextInput
        label={text('clientImports.upload.source')}
        description={text('clientImports.upload.sourceHint')}
        maxLength={80}
        autoComplete="off"
        value={source}
        onChange={({ currentTarget }) => setSource(currentTarget.value)}
      />
      <div
        className={classes['drop']}
        data-over={isOver || undefined}
        role="presentation"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p id="upload-hint">{text('clientImports.upload.hint')}</p>
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={text('clientImports.upload.file')}
          accept=".csv,.txt,.tsv,.xlsx"
          onChange={({ currentTarget }) => take(currentTarget.files?.[0])}
        />
        <Button loading={upload.isPending} aria-describedby="upload-hint" onClick={() => input.current?.click()}>
          {text('clientImports.upload.choose')}
        </Button>
        <p role="status" className={classes['quiet']}>
          {upload.isPending && text('clientImports.upload.reading')}
        </p>
      </div>
      <p className={classes['quiet']}>{text('clientImports.upload.needed')}</p>
    </form>
  );
}
