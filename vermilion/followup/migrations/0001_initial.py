"""Waits and the steps climbed for them, ladders, the duty list, and who watches what."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0002_initial'),
        ('documents', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReminderHabit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('week', 'a week before'), ('day', 'the day before'), ('same', 'on the same day')], max_length=5), size=None)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='reminder_habit', to='directory.person')),
            ],
        ),
        migrations.CreateModel(
            name='Wait',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage', models.CharField(choices=[('register', 'to be registered'), ('direct', 'a direction'), ('take_in', 'to be taken in'), ('work', 'the work itself'), ('answer', 'an answer to a question'), ('decide', 'a decision on a later deadline'), ('approve', 'the approval of a report')], max_length=10)),
                ('subject_kind', models.CharField(max_length=30)),
                ('subject_id', models.BigIntegerField()),
                ('urgency', models.PositiveSmallIntegerField(default=0)),
                ('since', models.DateTimeField()),
                ('hour', models.DateTimeField(null=True)),
                ('step', models.PositiveSmallIntegerField(default=0)),
                ('next_step_at', models.DateTimeField(null=True)),
                ('remind_at', models.DateTimeField(null=True)),
                ('read_at', models.DateTimeField(null=True)),
                ('read_by', models.CharField(blank=True, max_length=100)),
                ('read_by_post', models.CharField(blank=True, max_length=120)),
                ('answered_at', models.DateTimeField(null=True)),
                ('answered_by', models.CharField(blank=True, max_length=100)),
                ('answered_by_post', models.CharField(blank=True, max_length=120)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.body')),
                ('document', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='waits', to='documents.document')),
                ('holder', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.appointment')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.unit')),
            ],
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('offset', models.CharField(choices=[('week', 'a week before'), ('day', 'the day before'), ('same', 'on the same day')], max_length=5)),
                ('due_at', models.DateTimeField()),
                ('number', models.PositiveIntegerField()),
                ('at', models.DateTimeField()),
                ('wait', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='followup.wait')),
            ],
        ),
        migrations.CreateModel(
            name='Prompt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.CharField(max_length=100)),
                ('by_post', models.CharField(max_length=120)),
                ('by_for', models.CharField(blank=True, max_length=100)),
                ('names', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=250), size=None)),
                ('at', models.DateTimeField()),
                ('wait', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prompts', to='followup.wait')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Escalation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.PositiveSmallIntegerField()),
                ('rung', models.CharField(choices=[('holder', 'whoever has it'), ('deputy', 'deputies and assistants'), ('head', 'the head of the unit'), ('leader', 'the leader of the body'), ('duty', 'the duty list')], max_length=10)),
                ('told', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('names', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=250), size=None)),
                ('resting', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('wait', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='escalations', to='followup.wait')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Watching',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('appointment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.appointment')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='watchers', to='documents.document')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.unit')),
            ],
        ),
        migrations.CreateModel(
            name='Ladder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('urgency', models.PositiveSmallIntegerField()),
                ('minutes', models.PositiveIntegerField()),
                ('rungs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('holder', 'whoever has it'), ('deputy', 'deputies and assistants'), ('head', 'the head of the unit'), ('leader', 'the leader of the body'), ('duty', 'the duty list')], max_length=10), size=None)),
                ('answer', models.CharField(choices=[('read', 'somebody has read it'), ('done', 'it is registered, directed or taken in')], default='done', max_length=5)),
                ('working_time', models.BooleanField(default=False)),
                ('by_mail', models.BooleanField(default=True)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ladders', to='directory.body')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('body', 'urgency'), name='a_body_has_one_ladder_for_an_urgency'), models.CheckConstraint(condition=models.Q(('minutes__gte', 1)), name='a_step_takes_at_least_a_minute')],
            },
        ),
        migrations.CreateModel(
            name='Turn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('ordinal', models.PositiveSmallIntegerField()),
                ('planned_by', models.CharField(max_length=100)),
                ('planned_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.CharField(blank=True, max_length=100)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('appointment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='turns', to='directory.appointment')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='turns', to='directory.body')),
                ('instead_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='followup.turn')),
            ],
            options={
                'ordering': ['on', 'ordinal', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('body', 'on', 'ordinal'), name='one_person_is_first_on_duty'), models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('body', 'on', 'appointment'), name='nobody_is_on_duty_twice_on_a_day'), models.CheckConstraint(condition=models.Q(('ended_at', None), models.Q(('reason', ''), _negated=True), _connector='OR'), name='a_turn_ends_with_a_reason')],
            },
        ),
        migrations.AddIndex(
            model_name='wait',
            index=models.Index(condition=models.Q(('answered_at', None)), fields=['next_step_at', 'id'], name='steps_to_climb'),
        ),
        migrations.AddIndex(
            model_name='wait',
            index=models.Index(condition=models.Q(('answered_at', None)), fields=['remind_at', 'id'], name='waits_to_remind_of'),
        ),
        migrations.AddIndex(
            model_name='wait',
            index=models.Index(condition=models.Q(('answered_at', None)), fields=['document'], name='open_waits_of_a_paper'),
        ),
        migrations.AddIndex(
            model_name='wait',
            index=models.Index(fields=['subject_kind', 'subject_id'], name='waits_of_a_thing'),
        ),
        migrations.AddIndex(
            model_name='wait',
            index=models.Index(fields=['body', '-since', '-id'], name='waits_of_a_body'),
        ),
        migrations.AddIndex(
            model_name='wait',
            index=models.Index(condition=models.Q(('answered_at', None), _negated=True), fields=['answered_at'], name='waits_answered'),
        ),
        migrations.AddConstraint(
            model_name='wait',
            constraint=models.UniqueConstraint(condition=models.Q(('answered_at', None)), fields=('stage', 'subject_kind', 'subject_id'), name='one_thing_is_waited_for_once'),
        ),
        migrations.AddConstraint(
            model_name='wait',
            constraint=models.CheckConstraint(condition=models.Q(('answered_at', None), models.Q(('next_step_at', None), ('remind_at', None)), _connector='OR'), name='nobody_is_told_after_the_answer'),
        ),
        migrations.AddConstraint(
            model_name='reminder',
            constraint=models.UniqueConstraint(fields=('wait', 'offset', 'due_at'), name='of_a_deadline_one_is_reminded_once'),
        ),
        migrations.AddConstraint(
            model_name='escalation',
            constraint=models.UniqueConstraint(fields=('wait', 'step'), name='a_step_is_climbed_once'),
        ),
        migrations.AddIndex(
            model_name='watching',
            index=models.Index(condition=models.Q(('ended_at', None)), fields=['appointment'], name='watched_by_a_person'),
        ),
        migrations.AddIndex(
            model_name='watching',
            index=models.Index(condition=models.Q(('ended_at', None)), fields=['unit'], name='watched_by_a_unit'),
        ),
        migrations.AddConstraint(
            model_name='watching',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('appointment__isnull', False), ('unit', None)), models.Q(('appointment', None), ('unit__isnull', False)), _connector='OR'), name='a_person_or_a_unit_watches'),
        ),
        migrations.AddConstraint(
            model_name='watching',
            constraint=models.UniqueConstraint(condition=models.Q(('appointment__isnull', False), ('ended_at', None)), fields=('document', 'appointment'), name='a_person_watches_a_paper_once'),
        ),
        migrations.AddConstraint(
            model_name='watching',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None), ('unit__isnull', False)), fields=('document', 'unit'), name='a_unit_watches_a_paper_once'),
        ),
        migrations.AddConstraint(
            model_name='watching',
            constraint=models.CheckConstraint(condition=models.Q(('ended_at', None), ('ended_at__gte', models.F('since')), _connector='OR'), name='watching_ends_after_it_began'),
        ),
    ]
